import { BigqueryDataset } from "@cdktf/provider-google/lib/bigquery-dataset";
import { BigqueryTableIamMember } from "@cdktf/provider-google/lib/bigquery-table-iam-member";
import { OrganizationIamCustomRole } from "@cdktf/provider-google/lib/organization-iam-custom-role";
import { OrganizationIamMember } from "@cdktf/provider-google/lib/organization-iam-member";
import { ProjectIamCustomRole } from "@cdktf/provider-google/lib/project-iam-custom-role";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { ProjectService } from "@cdktf/provider-google/lib/project-service";
import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { ServiceAccountKey } from "@cdktf/provider-google/lib/service-account-key";
import { Fn, type TerraformStack } from "cdktf";
import { createOutputs } from "./floor-outputs";

// Code that a good engineer would write without the library, and without any validation.

const PROJECT = "acme-billing";
const ORGANIZATION = "123456789012";
const BILLING_ACCOUNT = "01ABCD-234567-890123";

const SERVICES = ["cloudresourcemanager", "iam", "bigquery", "bigquerydatatransfer", "cloudbilling"];
const VIEWER_PERMISSIONS = [
  "bigquery.datasets.get",
  "bigquery.tables.get",
  "bigquery.tables.getData",
  "bigquery.tables.list",
];
const USER_PERMISSIONS = [
  "bigquery.config.get",
  "bigquery.jobs.create",
  "bigquery.readsessions.create",
  "bigquery.readsessions.getData",
  "bigquery.readsessions.update",
  "resourcemanager.projects.get",
];
const HIERARCHY_PERMISSIONS = [
  "resourcemanager.folders.get",
  "resourcemanager.folders.list",
  "resourcemanager.organizations.get",
  "resourcemanager.projects.get",
  "resourcemanager.projects.list",
];

export function build(stack: TerraformStack, count: number): void {
  new GoogleProvider(stack, "google", { project: PROJECT });
  for (let index = 0; index < count; index += 1) {
    createIntegration(stack, `finops${index}`);
  }
}

function createIntegration(stack: TerraformStack, prefix: string): void {
  const services: ProjectService[] = [];
  for (const name of SERVICES) {
    services.push(
      new ProjectService(stack, `${prefix}_${name}`, {
        project: PROJECT,
        service: `${name}.googleapis.com`,
        disableOnDestroy: false,
        dependsOn: services.length === 0 ? undefined : services.slice(-1),
      }),
    );
  }
  const dependsOn = services.slice(-1);
  const account = new ServiceAccount(stack, `${prefix}_account`, {
    project: PROJECT,
    accountId: `${stack.node.id}-${prefix}`,
    displayName: "FinOps platform",
    description: "Lets the FinOps platform read the billing export",
    dependsOn,
  });
  const { member, email } = account;
  const key = new ServiceAccountKey(stack, `${prefix}_key`, {
    serviceAccountId: account.name,
    dependsOn: [account, ...dependsOn],
  });
  const dataset = new BigqueryDataset(stack, `${prefix}_dataset`, {
    project: PROJECT,
    datasetId: `${stack.node.id}_${prefix}`,
    location: "EU",
    friendlyName: "Billing export",
    description: "Google writes the billing export here, for the FinOps platform",
    deleteContentsOnDestroy: false,
    lifecycle: { preventDestroy: true },
    dependsOn,
  });
  const { datasetId } = dataset;
  const user = new ProjectIamCustomRole(stack, `${prefix}_user`, {
    project: PROJECT,
    roleId: `${stack.node.id}_${prefix}_bigquery_user`,
    title: "BigQuery User",
    description: "Lets the FinOps platform run queries in the project",
    stage: "GA",
    permissions: USER_PERMISSIONS,
    dependsOn,
  });
  const projectMember = new ProjectIamMember(stack, `${prefix}_project`, {
    project: PROJECT,
    role: user.name,
    member,
    dependsOn,
  });
  const viewer = new ProjectIamCustomRole(stack, `${prefix}_viewer`, {
    project: PROJECT,
    roleId: `${stack.node.id}_${prefix}_bigquery_viewer`,
    title: "BigQuery Viewer",
    description: "Lets the FinOps platform read the billing export",
    stage: "GA",
    permissions: VIEWER_PERMISSIONS,
    dependsOn,
  });
  const role = viewer.name;
  const suffix = BILLING_ACCOUNT.replaceAll("-", "_");
  const tables = {
    standard: `gcp_billing_export_v1_${suffix}`,
    detailed: `gcp_billing_export_resource_v1_${suffix}`,
    pricing: "cloud_pricing_export",
  };
  for (const [name, tableId] of Object.entries(tables)) {
    new BigqueryTableIamMember(stack, `${prefix}_${name}`, {
      project: PROJECT,
      datasetId,
      tableId,
      role,
      member,
      dependsOn: [projectMember, ...dependsOn],
    });
  }
  const hierarchy = new OrganizationIamCustomRole(stack, `${prefix}_hierarchy`, {
    orgId: ORGANIZATION,
    roleId: `${stack.node.id}_${prefix}_project_viewer`,
    title: "Project Viewer",
    description: "Lets the FinOps platform name projects and folders",
    stage: "GA",
    permissions: HIERARCHY_PERMISSIONS,
    dependsOn,
  });
  new OrganizationIamMember(stack, `${prefix}_organization`, {
    orgId: ORGANIZATION,
    role: hierarchy.name,
    member,
    dependsOn: [projectMember, ...dependsOn],
  });
  const tableId = (name: string): string => `${PROJECT}.${datasetId}.${name}`;
  createOutputs(stack, prefix, {
    service_account_email: email,
    service_account_key_json: Fn.base64decode(key.privateKey),
    organization_id: ORGANIZATION,
    billing_account_id: BILLING_ACCOUNT,
    project_id: PROJECT,
    dataset_id: datasetId,
    dataset_location: "EU",
    billing_table_id: tableId(tables.standard),
    detailed_billing_table_id: tableId(tables.detailed),
    pricing_table_id: tableId(tables.pricing),
  });
}
