import {
  GcpAccess,
  type GcpAccessProps,
  GcpBillingExport,
  type GcpBillingExportProps,
  GcpIdentity,
  type GcpRole,
  GcpStorage,
} from "cdktf-finops/gcp";
import { type TerraformStack } from "cdktf";
import { BILLING_ACCOUNT, gcpStack, ORGANIZATION, PROJECT } from "../support/gcp";
import { type Block, Template } from "../support/template";

export const STANDARD = "gcp_billing_export_v1_01ABCD_234567_890123";
export const DETAILED = "gcp_billing_export_resource_v1_01ABCD_234567_890123";
export const PRICING = "cloud_pricing_export";

/** The grants, and whether the tables are there. */
export type Props = Partial<GcpAccessProps> & Pick<GcpBillingExportProps, "exportReady" | "exports">;

export interface Parts {
  readonly identity: GcpIdentity;
  readonly storage: GcpStorage;
  readonly billingExport: GcpBillingExport;
}

export const partsIn = (
  stack: TerraformStack,
  { exports, exportReady }: Pick<Props, "exports" | "exportReady"> = {},
  projectId = PROJECT,
): Parts => {
  const identity = new GcpIdentity(stack, "identity", { projectId });
  const storage = new GcpStorage(stack, "storage", { projectId, datasetLocation: "EU" });
  const all = { billingAccountId: BILLING_ACCOUNT, storage, exports, exportReady };
  return { identity, storage, billingExport: new GcpBillingExport(stack, "export", all) };
};

export const build = ({ exports, exportReady, ...props }: Props = {}): { stack: TerraformStack; access: GcpAccess } => {
  const stack = gcpStack();
  const { identity, billingExport } = partsIn(stack, { exports, exportReady });
  const all = { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport, ...props };
  return { stack, access: new GcpAccess(stack, "finops", all) };
};

export const synth = (props?: Props): Template => Template.of(build(props).stack);

export const BINDINGS = [
  "google_project_iam_member",
  "google_bigquery_dataset_iam_member",
  "google_bigquery_table_iam_member",
  "google_organization_iam_member",
  "google_folder_iam_member",
];

/** What binds a role to the identity, by its type: how many there are. */
export const bound = ({ resourceTypes }: Template): Record<string, number> =>
  Object.fromEntries(Object.entries(resourceTypes).filter(([type]) => BINDINGS.includes(type)));

export const bindings = (template: Template): Block[] => BINDINGS.flatMap((type) => template.resources(type));

/** The custom roles, by their titles. */
export const rolesOf = (template: Template): Record<string, Block> =>
  Object.fromEntries(
    ["google_project_iam_custom_role", "google_organization_iam_custom_role"]
      .flatMap((type) => template.resources(type))
      .map((role) => [role.title as string, role]),
  );

/** A custom role of the access, as a binding refers to it. */
export const referenceTo = (role: GcpRole, { access }: { access: GcpAccess }): string => {
  const made = {
    "BigQuery Viewer": access.bigqueryViewerRole,
    "BigQuery User": access.bigqueryUserRole,
    "Project Viewer": access.projectViewerRole,
  }[role];
  return `\${${made?.terraformResourceType ?? ""}.${made?.friendlyUniqueId ?? ""}.name}`;
};
