import { BigqueryDataset } from "@cdktf/provider-google/lib/bigquery-dataset";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { type Guard, guardArguments } from "../core/override-guard";
import { withPreconditions } from "../core/preconditions";
import { type PropsSchema } from "../core/props-schema";
import { boolean, optional, string, stringMap } from "../core/rules";
import { validateProps } from "../core/validate-props";
import { forbidAuthoritativeIam } from "./authoritative";
import { GcpExistingDataset, type GcpExistingDatasetProps } from "./existing-dataset";
import { type IGcpStorage } from "./interfaces";
import { DATASET_ID, LABEL_KEY, LABEL_VALUE } from "./conditions";
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
   * @default - no labels beyond those of the provider
   */
  readonly labels?: Record<string, string>;

  /**
   * Whether Terraform refuses to destroy the dataset and the billing history in it. The protection lasts only while the
   * construct is in the program: removing the construct removes the protection, too.
   *
   * @default true
   */
  readonly retain?: boolean;
}

/** Schema of `GcpStorageProps`. */
export const GCP_STORAGE_SCHEMA: PropsSchema<GcpStorageProps, "datasetId"> = {
  rules: {
    ...GCP_STORAGE_BASE_RULES,
    datasetId: optional(string(DATASET_ID, '"billing_export"')),
    labels: optional(stringMap(64, LABEL_KEY, LABEL_VALUE, '{ team: "finops" }')),
    retain: optional(boolean()),
  },
  defaultNames: { datasetId: (site) => site.name("_") },
  uniqueNames: ({ datasetId, projectId }) => [
    {
      property: "datasetId",
      kind: "BigQuery dataset",
      name: datasetId,
      within: "program",
      among: projectId,
      advice: "choose another, or, within a stack, pass the storage of the other construct as 'storage'",
    },
  ],
};

/**
 * Storage of the billing export: a BigQuery dataset. Nothing in it expires. Its IAM members are never replaced, so that the
 * export's own service account, which Google adds itself, keeps its access.
 *
 * @throws InputError when a property is refused
 */
export class GcpStorage extends GcpStorageBase {
  /**
   * References an existing dataset. The access grants permissions on it or its tables; nothing else about the dataset
   * changes.
   *
   * @throws InputError when a property is refused
   */
  static fromDataset(scope: Construct, id: string, props: GcpExistingDatasetProps): IGcpStorage {
    return new GcpExistingDataset(scope, id, props);
  }

  /** The dataset; `node.defaultChild`. */
  readonly dataset: BigqueryDataset;
  readonly datasetId: string;

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
      lifecycle: withPreconditions(validProps, (validProps.retain ?? true) ? { preventDestroy: true } : {}),
    });
    this.datasetId = this.dataset.datasetId;
    forbidAuthoritativeIam(this, "dataset", {
      names: [validProps.datasetId, this.datasetId],
      projectId: validProps.projectId,
    });
    guardArguments(this.dataset, UNSAFE_ARGUMENTS);
    this.addSynthWarnings();
  }
}

/** Guards of arguments that would delete billing history or stop the export, each with its consequence. */
const UNSAFE_ARGUMENTS: readonly Guard[] = Object.entries({
  access:
    "it replaces the IAM members of the dataset, so that the export's own service account loses its access and the export stops",
  default_encryption_configuration: "Google does not export to a dataset that is encrypted with a customer-managed key",
  default_partition_expiration_ms:
    "billing history would be deleted, because the tables of the export are partitioned by day",
  default_table_expiration_ms: "billing history would be deleted",
  dynamic: "a dynamic block could generate any of these blocks",
}).map(([argument, consequence]) => ({
  argument,
  problems: (value) => (value === undefined ? [] : [`'${argument}' of the dataset must not be set: ${consequence}`]),
}));
