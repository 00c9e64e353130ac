import { Part } from "../core/part";
import { type Preconditions } from "../core/preconditions";
import { type AzureAgreement } from "./agreement";
import { type IAzureBillingExport, type IAzureStorage } from "./interfaces";

/** Base of the library's exports. */
export abstract class AzureBillingExportBase extends Part implements IAzureBillingExport {
  readonly finopsInterface = "IAzureBillingExport";
  abstract readonly storage: IAzureStorage;
  abstract readonly actualCostPaths: readonly string[];
  abstract readonly amortizedCostPaths: readonly string[];
  abstract readonly subscriptions: Readonly<Record<string, string>>;
  readonly billingScope?: string;
  readonly agreement?: AzureAgreement;
  readonly preconditions: Preconditions = [];
}
