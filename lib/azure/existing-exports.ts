import { type TerraformResourceLifecycle } from "cdktf";
import { type Construct } from "constructs";
import { type Input } from "../core/input";
import { Place } from "../core/place";
import { conditionsOnTokens } from "../core/preconditions";
import { object, type Rules, string } from "../core/rules";
import { AzureBillingExportBase } from "./billing-export-base";
import { FOLDER_PATH } from "./names";
import { AzureStorageBase } from "./storage-base";

/** Props of `AzureBillingExport.fromExports`. */
export interface AzureExistingExportsProps {
  /** Where they land: `AzureStorage.fromContainer(…)`, or one that is new to the portal's exports. */
  readonly storage: AzureStorageBase;

  /** Folder of the actual costs in the container, as the export has it for its directory, such as `finops/actual`. */
  readonly actualCostPath: string;

  /** Folder of the amortized costs in the container, likewise; another one. */
  readonly amortizedCostPath: string;
}

const RULES: Rules<AzureExistingExportsProps> = {
  storage: object(
    "be an AzureStorage",
    (value) => value instanceof AzureStorageBase,
    "new AzureStorage(…) or AzureStorage.fromContainer(…)",
  ),
  actualCostPath: string(FOLDER_PATH, '"finops/actual"'),
  amortizedCostPath: string(FOLDER_PATH, '"finops/amortized"'),
};

function contains(folder: string | undefined, other: string | undefined): boolean {
  return folder !== undefined && other?.startsWith(`${folder}/`) === true;
}

/** The input of `AzureBillingExport.fromExports`. */
export const AZURE_EXISTING_EXPORTS_INPUT: Input<AzureExistingExportsProps> = {
  rules: RULES,
  combinations: ({ storage, actualCostPath, amortizedCostPath }, place) => [
    ...place.sameStack("storage", storage),
    ...(actualCostPath !== undefined && actualCostPath === amortizedCostPath
      ? [
          `'amortizedCostPath' must be another folder than 'actualCostPath', got: ${JSON.stringify(actualCostPath)} for both; ` +
            "costs would be counted twice",
        ]
      : []),
    ...(contains(actualCostPath, amortizedCostPath) || contains(amortizedCostPath, actualCostPath)
      ? ["'actualCostPath' and 'amortizedCostPath' must not be within each other; costs would be counted twice"]
      : []),
  ],
};

/** Exports that are there already, see `AzureBillingExport.fromExports`. Whether they are on, Terraform does not know. */
export class AzureExistingExports extends AzureBillingExportBase {
  override readonly conditions: NonNullable<TerraformResourceLifecycle["precondition"]>;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AzureExistingExportsProps) {
    const named = new Place(scope, id, "AzureBillingExport.fromExports").admit(AZURE_EXISTING_EXPORTS_INPUT, props);
    const { storage, actualCostPath, amortizedCostPath } = named;
    super(scope, id, {
      storage,
      actualCostPaths: [actualCostPath],
      amortizedCostPaths: [amortizedCostPath],
      subscriptions: { subscription: storage.subscriptionId },
    });
    this.conditions = conditionsOnTokens(this, named);
  }
}
