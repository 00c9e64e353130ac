import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { namedEntries } from "../core/entries";
import { entryPreconditions, type Preconditions } from "../core/preconditions";
import { crossCheck, type PropsSchema } from "../core/props-schema";
import { show } from "../core/show";
import { validateProps } from "../core/validate-props";
import { AzureBillingExportBase } from "./billing-export-base";
import { AZURE_STORAGE_RULE, type IAzureStorage } from "./interfaces";
import { FOLDER_PATH } from "./conditions";

/** Props of `AzureBillingExport.fromExports`. */
export interface AzureExistingExportsProps {
  /** Storage that the exports are delivered to: `AzureStorage.fromContainer(…)`, or a new one for exports of the portal. */
  readonly storage: IAzureStorage;

  /**
   * Folders of the actual costs in the container, by a name for the exported scope, such as
   * `{ production: "finops/actual" }`; at most 1000. A folder is the directory of an export: up to 256 letters, digits and
   * `._-`, with `/` between folders and none in front. Names are letters, digits, `_` and `-`.
   */
  readonly actualCostPaths: Record<string, string>;

  /** Folders of the amortized costs, by the same names. No folder of either kind may be inside another. */
  readonly amortizedCostPaths: Record<string, string>;
}

const MAX_FOLDERS = 1000;

/** Schema of `AzureExistingExportsProps`. */
export const AZURE_EXISTING_EXPORTS_SCHEMA: PropsSchema<AzureExistingExportsProps> = {
  rules: {
    storage: AZURE_STORAGE_RULE,
    actualCostPaths: namedEntries(MAX_FOLDERS, FOLDER_PATH, '{ production: "finops/actual" }'),
    amortizedCostPaths: namedEntries(MAX_FOLDERS, FOLDER_PATH, '{ production: "finops/amortized" }'),
  },
  crossChecks: [
    crossCheck(["storage"], ({ storage }, site) => site.checkSameStack("storage", storage)),
    crossCheck(["actualCostPaths", "amortizedCostPaths"], checkFolders),
  ],
};

function checkFolders({
  actualCostPaths,
  amortizedCostPaths,
}: Pick<AzureExistingExportsProps, "actualCostPaths" | "amortizedCostPaths">): string[] {
  const unpaired = Object.keys({ ...actualCostPaths, ...amortizedCostPaths }).find(
    (name) => !(Object.hasOwn(actualCostPaths, name) && Object.hasOwn(amortizedCostPaths, name)),
  );
  if (unpaired !== undefined) {
    return [
      `'actualCostPaths' and 'amortizedCostPaths' must have the same names, got: ${show(unpaired)} in one of them only`,
    ];
  }
  if (Object.keys(actualCostPaths).length === 0) {
    return ["'actualCostPaths' must name a folder, got: none"];
  }
  const folders = [...Object.values(actualCostPaths), ...Object.values(amortizedCostPaths)];
  const duplicate = folders.find((folder, index) => folders.indexOf(folder) !== index);
  const known = new Set(folders);
  const overlapping = duplicate ?? folders.find((folder) => parentsOf(folder).some((parent) => known.has(parent)));
  return overlapping === undefined
    ? []
    : [
        "'actualCostPaths' and 'amortizedCostPaths' must name different folders, none inside another, got: " +
          `${show(overlapping)} ${duplicate === undefined ? "inside another" : "twice"}; costs would be counted twice`,
      ];
}

/** Folders that contain a folder. */
function parentsOf(folder: string): string[] {
  const names = folder.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

/**
 * Existing exports, see `AzureBillingExport.fromExports`. Terraform does not know whether they are active, nor which
 * subscriptions they cover: the role is assigned on the subscription of the storage account, unless the access has
 * `roleScopes`.
 *
 * @throws InputError when a property is refused
 */
export class AzureExistingExports extends AzureBillingExportBase {
  readonly storage: IAzureStorage;
  readonly actualCostPaths: readonly string[];
  readonly amortizedCostPaths: readonly string[];
  readonly subscriptions = {};
  override readonly preconditions: Preconditions;

  constructor(scope: Construct, id: string, props: AzureExistingExportsProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "AzureBillingExport.fromExports"),
      AZURE_EXISTING_EXPORTS_SCHEMA,
      props,
    );
    super(scope, id);
    const { storage, actualCostPaths, amortizedCostPaths } = validProps;
    const names = Object.keys(actualCostPaths);
    this.storage = storage;
    this.actualCostPaths = names.map((name) => actualCostPaths[name] ?? "");
    this.amortizedCostPaths = names.map((name) => amortizedCostPaths[name] ?? "");
    this.preconditions = Object.entries({ actualCostPaths, amortizedCostPaths }).flatMap(([property, paths]) =>
      Object.keys(paths).flatMap((name) => entryPreconditions(validProps, property, name)),
    );
    this.addSynthWarnings();
  }

  override get limitations(): string[] {
    return [
      "The program does not manage the exports, and does not know whether they are active or which costs they cover. The role is " +
        "assigned on the subscription of the storage account, unless 'roleScopes' names other scopes.",
    ];
  }
}
