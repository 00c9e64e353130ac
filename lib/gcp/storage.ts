import { BigqueryDataset } from "@cdktf/provider-google/lib/bigquery-dataset";
import { type Construct } from "constructs";
import { argumentOf } from "../core/arguments";
import { ConstructSite } from "../core/construct-site";
import { withPreconditions } from "../core/preconditions";
import { type PropsSchema } from "../core/props-schema";
import { boolean, optional, string, stringMap } from "../core/rules";
import { validateProps } from "../core/validate-props";
import { forbidAuthoritativeIam } from "./authoritative";
import { GcpExistingDataset, type GcpExistingDatasetProps } from "./existing-dataset";
import { type IGcpStorage } from "./interfaces";
import { DATASET_ID, LABEL_KEY, LABEL_VALUE } from "./names";
import { GCP_STORAGE_BASE_RULES, GcpStorageBase, type GcpStorageBaseProps } from "./storage-base";

/** Props of `GcpStorage`. */
export interface GcpStorageProps extends GcpStorageBaseProps {
  /**
   * ID of the dataset to create: 1-1024 letters, digits and `_`; unique in the project.
   *
   * @default - the path of the construct in snake_case, e.g. `billing_finops`
   */
  readonly datasetId?: string;

  /**
   * Labels of the dataset: at most 64, keys of 1-63 and values of up to 63 lower-case letters, digits, `_` and `-`.
   *
   * @default - no labels but the provider's
   */
  readonly labels?: Record<string, string>;

  /**
   * Whether Terraform refuses to destroy the dataset and the billing history in it. It does so only while the dataset
   * is in the program: taking the construct out takes the protection with it.
   *
   * @default true
   */
  readonly retain?: boolean;
}

/** The input of `GcpStorage`. */
export const GCP_STORAGE_SCHEMA: PropsSchema<GcpStorageProps, "datasetId"> = {
  rules: {
    ...GCP_STORAGE_BASE_RULES,
    datasetId: optional(string(DATASET_ID, '"billing_export"')),
    labels: optional(stringMap(64, LABEL_KEY, LABEL_VALUE, '{ team: "finops" }')),
    retain: optional(boolean()),
  },
  defaultNames: { datasetId: (site) => site.name("_") },
  uniqueNames: ({ datasetId, projectId }) => [
    { property: "datasetId", kind: "BigQuery dataset", name: datasetId, within: "program", among: projectId },
  ],
};

/**
 * Where the billing export lands: a BigQuery dataset. Nothing in it expires, and who may use it is not replaced, so
 * that the export's own service account, which Google adds by itself, keeps its place.
 */
export class GcpStorage extends GcpStorageBase {
  /**
   * A dataset that is there already. Nothing of it is changed but that the access adds the platform where it is told
   * to.
   *
   * @throws InputError when a property is refused, with all problems at once
   */
  static fromDataset(scope: Construct, id: string, props: GcpExistingDatasetProps): IGcpStorage {
    return new GcpExistingDataset(scope, id, props);
  }

  /** The dataset; `node.defaultChild`. */
  readonly dataset: BigqueryDataset;
  readonly datasetId: string;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: GcpStorageProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "GcpStorage"), GCP_STORAGE_SCHEMA, props);
    super(scope, id, validProps);
    this.dataset = new BigqueryDataset(this, "Resource", {
      provider: validProps.provider,
      project: validProps.projectId,
      datasetId: validProps.datasetId,
      location: validProps.datasetLocation,
      friendlyName: "Billing export",
      description: "Google writes the billing export here, for the FinOps platform",
      labels: validProps.labels,
      deleteContentsOnDestroy: false,
      lifecycle: withPreconditions(this, validProps, (validProps.retain ?? true) ? { preventDestroy: true } : {}),
    });
    this.datasetId = this.dataset.datasetId;
    forbidAuthoritativeIam(this, "dataset", {
      names: [validProps.datasetId, this.datasetId],
      projectId: validProps.projectId,
    });
    this.node.addValidation({ validate: () => overriddenIn(this.dataset) });
    this.addSynthWarnings();
  }
}

/** What of a dataset would lose billing history or stop the export, and what would come of it. */
const HARMFUL: Readonly<Record<string, string>> = {
  access:
    "it replaces who may use the dataset, so that the export's own service account loses its place and the export stops",
  default_encryption_configuration: "Google does not export to a dataset that is encrypted with a key of one's own",
  default_partition_expiration_ms:
    "billing history would be deleted, as the tables of the export are partitioned by day",
  default_table_expiration_ms: "billing history would be deleted",
};

/** What is wrong with arguments that an override has set: there is no property for them. */
function overriddenIn(dataset: BigqueryDataset): string[] {
  return Object.entries(HARMFUL)
    .filter(([name]) => argumentOf(dataset, name) !== undefined)
    .map(([name, why]) => `'${name}' of the dataset must not be set: ${why}`);
}
