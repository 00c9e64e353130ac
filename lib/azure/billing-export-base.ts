import { type TerraformResourceLifecycle } from "cdktf";
import { Part } from "../core/part";
import { type AzureAgreement } from "./agreement";
import { type AzureStorageBase } from "./storage-base";

/**
 * The exports of actual and amortized costs to a container: new (`AzureBillingExport`), or there already
 * (`AzureBillingExport.fromExports`).
 */
export abstract class AzureBillingExportBase extends Part {
  /** Where they land. */
  abstract readonly storage: AzureStorageBase;
  /** Folders of actual costs in the container. */
  abstract readonly actualCostPaths: readonly string[];
  /** Folders of amortized costs in the container, in the same order. */
  abstract readonly amortizedCostPaths: readonly string[];
  /** The subscriptions whose costs are exported: their IDs, by name; none where it is a billing account, or not known. */
  abstract readonly subscriptions: Readonly<Record<string, string>>;
  /** The scope within billing whose costs are exported; `undefined` where it is subscriptions, or not known. */
  readonly billingScope?: string;
  /** How Azure is bought; `undefined` where nobody said. */
  readonly agreement?: AzureAgreement;
  /** What Terraform has to check of the properties on whatever uses it, where it has no resource of its own. */
  readonly conditions: NonNullable<TerraformResourceLifecycle["precondition"]> = [];
}
