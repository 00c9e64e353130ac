import { type ITerraformDependable } from "cdktf";
import { checkMember, type IPassablePart, PART_MEMBERS, passablePartRule } from "../core/passable-part";
import { type Preconditions } from "../core/preconditions";
import { fieldValuesRule } from "../core/platform";
import { enumList, string } from "../core/rules";
import { show } from "../core/show";
import { knownToDiffer } from "../core/tokens";
import {
  BILLING_ACCOUNT_ID,
  DATASET_ID,
  PROJECT_ID,
  SERVICE_ACCOUNT_EMAIL,
  SERVICE_ACCOUNT_MEMBER,
  TABLE_NAME,
} from "./conditions";
import { DATASET_LOCATION } from "./location";
import { GCP_PROVIDER_RULES, type GcpProviderProps } from "./provider";
import { GCP_ADDITIONAL_SERVICES_RULE, type GcpAdditionalService } from "./services";

/** Key of a row of the platform's form that depends on the identity. */
export type GcpIdentityFieldKey = "service_account_key_json" | "workload_identity_provider";

/** Rows of the platform's form that an identity fills in. */
export type GcpIdentityFieldValues = Readonly<Partial<Record<GcpIdentityFieldKey, string>>>;

/**
 * A table of the billing export: `STANDARD` for usage and costs, `DETAILED` for the same by resource, `PRICING` for the prices
 * of the billing account.
 */
export type GcpExport = "STANDARD" | "DETAILED" | "PRICING";

/** A value for each table that is exported. */
export interface GcpTables {
  /** Usage and costs. */
  readonly STANDARD: string;
  /**
   * Usage and costs by resource.
   *
   * @default - not exported
   */
  readonly DETAILED?: string;
  /**
   * Prices.
   *
   * @default - not exported
   */
  readonly PRICING?: string;
}

/**
 * Identity that the platform logs in as: a service account, new with a key (`GcpIdentity`), new without one
 * (`GcpImpersonatedIdentity`, `GcpFederatedIdentity`), or existing (`GcpIdentity.fromServiceAccount`).
 */
export interface IGcpIdentity extends IPassablePart<"IGcpIdentity">, GcpProviderProps {
  /** E-mail address of the service account. */
  readonly email: string;
  /** IAM member of the service account: `serviceAccount:<e-mail address>`. */
  readonly member: string;
  /** Rows of the platform's form that it fills in. */
  readonly fieldValues: GcpIdentityFieldValues;
  /** APIs that it needs in addition to those that every integration needs. */
  readonly requiredServices: readonly GcpAdditionalService[];
  /** Resources that must be read and checked before roles are bound to it. */
  readonly dependencies: readonly ITerraformDependable[];
  /** ID of the project that contains the service account. */
  readonly projectId: string;
}

/** Storage of the billing export: a BigQuery dataset, new (`GcpStorage`) or existing (`GcpStorage.fromDataset`). */
export interface IGcpStorage extends IPassablePart<"IGcpStorage">, GcpProviderProps {
  /** ID of the dataset, as a reference: resources that use it wait for the dataset. */
  readonly datasetId: string;
  /** Location of the dataset. */
  readonly datasetLocation: string;
  /** ID of the project that contains the dataset. */
  readonly projectId: string;
  /** Resources that must be read and checked before anything is granted on it. */
  readonly dependencies: readonly ITerraformDependable[];
}

/** Billing export of a billing account to BigQuery (`GcpBillingExport`). */
export interface IGcpBillingExport extends IPassablePart<"IGcpBillingExport"> {
  /** Storage that the tables are in. */
  readonly storage: IGcpStorage;
  /** ID of the billing account. */
  readonly billingAccountId: string;
  /** Tables that are exported. */
  readonly exports: readonly GcpExport[];
  /** Names of the tables in the dataset. */
  readonly tableNames: GcpTables;
  /** IDs of the tables as the console shows them: `project.dataset.table`. */
  readonly tableIds: GcpTables;
  /** Whether the tables exist. */
  readonly exportReady: boolean;
  /** APIs that it needs in addition to those that every integration needs. */
  readonly requiredServices: readonly GcpAdditionalService[];
  /** Preconditions that the access sets on its own resource, because the export has none; `[]` if there are none. */
  readonly preconditions: Preconditions;
}

/** Rule for an identity. */
export const GCP_IDENTITY_RULE = passablePartRule<IGcpIdentity>(
  "IGcpIdentity",
  {
    ...PART_MEMBERS,
    ...GCP_PROVIDER_RULES,
    email: string(SERVICE_ACCOUNT_EMAIL),
    member: string(SERVICE_ACCOUNT_MEMBER),
    fieldValues: fieldValuesRule("gcp", "service_account_key_json", "workload_identity_provider"),
    requiredServices: GCP_ADDITIONAL_SERVICES_RULE,
    dependencies: "list",
    projectId: string(PROJECT_ID),
  },
  "new GcpIdentity(…), new GcpImpersonatedIdentity(…), new GcpFederatedIdentity(…) or GcpIdentity.fromServiceAccount(…)",
  ({ email, member }) =>
    knownToDiffer(member, `serviceAccount:${email}`)
      ? [`'member' is ${show(member)} (it must be that of 'email')`]
      : [],
);

/** Rule for a storage. */
export const GCP_STORAGE_RULE = passablePartRule<IGcpStorage>(
  "IGcpStorage",
  {
    ...PART_MEMBERS,
    ...GCP_PROVIDER_RULES,
    datasetId: string(DATASET_ID),
    datasetLocation: string(DATASET_LOCATION),
    projectId: string(PROJECT_ID),
    dependencies: "list",
  },
  "new GcpStorage(…) or GcpStorage.fromDataset(…)",
);

/** Rule for the tables that are exported. */
export const GCP_EXPORTS_RULE = enumList("STANDARD", "DETAILED", "PRICING");

/** Rule for a billing export. */
export const GCP_BILLING_EXPORT_RULE = passablePartRule<IGcpBillingExport>(
  "IGcpBillingExport",
  {
    ...PART_MEMBERS,
    storage: GCP_STORAGE_RULE,
    billingAccountId: string(BILLING_ACCOUNT_ID),
    exports: GCP_EXPORTS_RULE,
    tableNames: "object",
    tableIds: "object",
    exportReady: "boolean",
    requiredServices: GCP_ADDITIONAL_SERVICES_RULE,
    preconditions: "list",
  },
  "new GcpBillingExport(…)",
  ({ exports, tableNames }) =>
    exports.flatMap((table) => checkMember(`tableNames.${table}`, tableNames[table], string(TABLE_NAME))),
);
