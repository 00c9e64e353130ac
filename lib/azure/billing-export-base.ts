import { type TerraformResourceLifecycle } from "cdktf";
import { type Construct } from "constructs";
import { Part } from "../core/part";
import { type AzureAgreement } from "./agreement";
import { type AzureStorageBase } from "./storage-base";

/** What is known of exports, new or there already. */
export interface AzureExports {
  /** Where they land. */
  readonly storage: AzureStorageBase;
  /** Folders of actual costs in the container. */
  readonly actualCostPaths: readonly string[];
  /** Folders of amortized costs in the container, in the same order. */
  readonly amortizedCostPaths: readonly string[];
  /** The subscriptions whose costs are exported: their IDs, by name; none where it is a billing account. */
  readonly subscriptions: Readonly<Record<string, string>>;
}

/**
 * The exports of actual and amortized costs to a container: new (`AzureBillingExport`), or there already
 * (`AzureBillingExport.fromExports`).
 */
export abstract class AzureBillingExportBase extends Part implements AzureExports {
  readonly storage: AzureStorageBase;
  readonly actualCostPaths: readonly string[];
  readonly amortizedCostPaths: readonly string[];
  readonly subscriptions: Readonly<Record<string, string>>;
  /** The scope within billing whose costs are exported; `undefined` where it is subscriptions, or not known. */
  readonly billingScope?: string;
  /** How Azure is bought; `undefined` where nobody said. */
  readonly agreement?: AzureAgreement;
  /** What Terraform has to check of the properties on whatever uses it, where it has no resource of its own. */
  readonly conditions: NonNullable<TerraformResourceLifecycle["precondition"]> = [];

  constructor(scope: Construct, id: string, exports: AzureExports) {
    super(scope, id);
    this.storage = exports.storage;
    this.actualCostPaths = exports.actualCostPaths;
    this.amortizedCostPaths = exports.amortizedCostPaths;
    this.subscriptions = exports.subscriptions;
  }
}
