import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { namedEntries } from "../core/entries";
import { entryLifecycle, type Preconditions } from "../core/preconditions";
import { type PropsSchema } from "../core/props-schema";
import { show } from "../core/show";
import { validateProps } from "../core/validate-props";
import { AzureBillingExportBase } from "./billing-export-base";
import { AZURE_STORAGE_RULE, type IAzureStorage } from "./interfaces";
import { FOLDER_PATH } from "./names";

/** Props of `AzureBillingExport.fromExports`. */
export interface AzureExistingExportsProps {
  /** Where they land: `AzureStorage.fromContainer(…)`, or one that is new to the portal's exports. */
  readonly storage: IAzureStorage;

  /**
   * Folders of the actual costs in the container, as each export has it for its directory, by a name of letters, digits, `_`
   * and `-` for what is exported, such as `{ production: "finops/actual" }`. At most 1000, of up to 256 letters, digits and
   * `._-`, with `/` between folders and none in front.
   */
  readonly actualCostPaths: Record<string, string>;

  /** Folders of the amortized costs, by the same names; none of all folders is in another. */
  readonly amortizedCostPaths: Record<string, string>;
}

const MOST_FOLDERS = 1000;

/** The input of `AzureBillingExport.fromExports`. */
export const AZURE_EXISTING_EXPORTS_SCHEMA: PropsSchema<AzureExistingExportsProps> = {
  rules: {
    storage: AZURE_STORAGE_RULE,
    actualCostPaths: namedEntries(MOST_FOLDERS, FOLDER_PATH, '{ production: "finops/actual" }'),
    amortizedCostPaths: namedEntries(MOST_FOLDERS, FOLDER_PATH, '{ production: "finops/amortized" }'),
  },
  crossChecks: (props, site) => [...site.checkSameStack("storage", props.storage), ...checkFolders(props)],
};

function checkFolders({ actualCostPaths = {}, amortizedCostPaths = {} }: Partial<AzureExistingExportsProps>): string[] {
  const odd = Object.keys({ ...actualCostPaths, ...amortizedCostPaths }).find(
    (name) => !(Object.hasOwn(actualCostPaths, name) && Object.hasOwn(amortizedCostPaths, name)),
  );
  if (odd !== undefined) {
    return [
      `'actualCostPaths' and 'amortizedCostPaths' must have the same names, got: ${show(odd)} in one of them only`,
    ];
  }
  if (Object.keys(actualCostPaths).length === 0) {
    return ["'actualCostPaths' must name a folder, got: none"];
  }
  const folders = [...Object.values(actualCostPaths), ...Object.values(amortizedCostPaths)];
  const twice = folders.find((folder, index) => folders.indexOf(folder) !== index);
  const known = new Set(folders);
  const inner = twice ?? folders.find((folder) => aboveOf(folder).some((above) => known.has(above)));
  return inner === undefined
    ? []
    : [
        "'actualCostPaths' and 'amortizedCostPaths' must name folders of which none is another one or in it, got: " +
          `${show(inner)} ${twice === undefined ? "in another" : "twice"}; costs would be counted twice`,
      ];
}

/** The folders that a folder is in. */
function aboveOf(folder: string): string[] {
  const names = folder.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

/**
 * Exports that are there already, see `AzureBillingExport.fromExports`. Whether they are on, and of which subscriptions,
 * Terraform does not know: the role is given on that of the storage account, unless `roleScopes` of the access says otherwise.
 */
export class AzureExistingExports extends AzureBillingExportBase {
  readonly storage: IAzureStorage;
  readonly actualCostPaths: readonly string[];
  readonly amortizedCostPaths: readonly string[];
  readonly subscriptions = {};
  override readonly conditions: Preconditions;

  /** @throws InputError when a property is refused, with all problems at once */
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
    this.conditions = Object.entries({ actualCostPaths, amortizedCostPaths }).flatMap(([property, paths]) =>
      Object.entries(paths).flatMap(
        ([name, path]) => entryLifecycle(this, validProps, [property, name], path, FOLDER_PATH)?.precondition ?? [],
      ),
    );
    this.addSynthWarnings();
  }

  override get limitations(): string[] {
    return [
      "The exports are not the program's: whether they are on, and of what, it does not know. The role is given in the subscription of " +
        "the storage account, unless 'roleScopes' names others.",
    ];
  }
}
