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

/** Props of the access and of the export that it reads. */
export type Props = Partial<GcpAccessProps> & Pick<GcpBillingExportProps, "exportReady" | "exports">;

export interface Parts {
  readonly identity: GcpIdentity;
  readonly storage: GcpStorage;
  readonly billingExport: GcpBillingExport;
}

export const createParts = (
  stack: TerraformStack,
  { exports, exportReady }: Pick<Props, "exports" | "exportReady"> = {},
  projectId = PROJECT,
): Parts => {
  const identity = new GcpIdentity(stack, "identity", { projectId });
  const storage = new GcpStorage(stack, "storage", { projectId, datasetLocation: "EU" });
  const exportProps = { billingAccountId: BILLING_ACCOUNT, storage, exports, exportReady };
  return { identity, storage, billingExport: new GcpBillingExport(stack, "export", exportProps) };
};

export const createAccess = ({ exports, exportReady, ...props }: Props = {}): {
  stack: TerraformStack;
  access: GcpAccess;
} => {
  const stack = gcpStack();
  const { identity, billingExport } = createParts(stack, { exports, exportReady });
  const accessProps = { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport, ...props };
  return { stack, access: new GcpAccess(stack, "finops", accessProps) };
};

export const synth = (props?: Props): Template => Template.of(createAccess(props).stack);

export const BINDINGS = [
  "google_project_iam_member",
  "google_bigquery_dataset_iam_member",
  "google_bigquery_table_iam_member",
  "google_organization_iam_member",
  "google_folder_iam_member",
];

/** Number of bindings to the identity, by resource type. */
export const countBindings = ({ resourceTypes }: Template): Record<string, number> =>
  Object.fromEntries(Object.entries(resourceTypes).filter(([type]) => BINDINGS.includes(type)));

export const bindings = (template: Template): Block[] => BINDINGS.flatMap((type) => template.resources(type));

/** Custom roles by title. */
export const customRoles = (template: Template): Record<string, Block> =>
  Object.fromEntries(
    ["google_project_iam_custom_role", "google_organization_iam_custom_role"]
      .flatMap((type) => template.resources(type))
      .map((role) => [role.title as string, role]),
  );

/** Reference to a custom role of the access, as in its bindings. */
export const referenceTo = (role: GcpRole, { access }: { access: GcpAccess }): string => {
  const customRole = {
    "BigQuery Viewer": access.bigqueryViewerRole,
    "BigQuery User": access.bigqueryUserRole,
    "Project Viewer": access.projectViewerRole,
  }[role];
  return `\${${customRole?.terraformResourceType ?? ""}.${customRole?.friendlyUniqueId ?? ""}.name}`;
};
