import {
  AzureBillingExport,
  type AzureEnvironment,
  AzureIdentity,
  AzureIntegration,
  type AzureIntegrationProps,
  AzureStorage,
} from "cdktf-finops/azure";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { type TerraformStack, TerraformVariable } from "cdktf";
import { azureStack, CLIENT, ENROLLMENT, MCA_ACCOUNT, MINIMAL, SUBSCRIPTION } from "../support/azure";
import { type AnyProps } from "../support/props";
import { emptyStack, resolved, Template } from "../support/template";

type Props = AnyProps<AzureIntegrationProps>;

const build = (props: Props, stack = azureStack()): { stack: TerraformStack; access: AzureIntegration["access"] } => ({
  stack,
  access: new AzureIntegration(stack, "finops", { ...MINIMAL, ...props } as AzureIntegrationProps).access,
});

/** The only manual step of the access, with its tokens resolved. */
const stepOf = (props: Props, stack = azureStack()): { values: Record<string, string>; [key: string]: unknown } => {
  const { access } = build(props, stack);
  expect(access.manualSteps).toHaveLength(1);
  return resolved(stack, access.manualSteps[0]) as ReturnType<typeof stepOf>;
};

const ACCOUNT = `/providers/Microsoft.Billing/billingAccounts/${ENROLLMENT}`;
const READER = "24f8edb6-1668-4659-b5e2-40bb5f3a7d7e";
const EA_PROPS = { agreement: "EA", billingAccountId: ENROLLMENT } as const;
const MCA_PROPS = { agreement: "MCA", billingAccountId: MCA_ACCOUNT } as const;

const ENVIRONMENTS: [AzureEnvironment, string, string, string][] = [
  ["public", "westeurope", "https://management.azure.com", "https://portal.azure.com"],
  ["usgovernment", "usgovvirginia", "https://management.usgovcloudapi.net", "https://portal.azure.us"],
  ["china", "chinanorth3", "https://management.chinacloudapi.cn", "https://portal.azure.cn"],
];

/** Creates a stack with both providers in an environment. */
const stackIn = (environment: AzureEnvironment): TerraformStack => {
  const stack = emptyStack();
  new AzureadProvider(stack, "azuread", { environment });
  new AzurermProvider(stack, "azurerm", {
    features: [{}],
    environment,
    resourceProvidersToRegister: ["Microsoft.CostManagementExports"],
  });
  return stack;
};

describe("the billing role of an enrollment", () => {
  const { stack, access } = build(EA_PROPS);
  const template = Template.of(stack);
  const principal = `azuread_service_principal.${template.address("azuread_service_principal").split(".")[1] ?? ""}.object_id`;
  const title = "Make the service principal a reader of the enrollment, only if the platform reads it directly";
  const why =
    "The role is not part of Azure RBAC: an administrator of the enrollment assigns it by an API request. The exports work without it.";
  const link =
    "https://learn.microsoft.com/en-us/azure/cost-management-billing/manage/assign-roles-azure-service-principals";

  it("is a manual step, with a request that has the object ID of the service principal, not of the application", () => {
    const tenant = (resolved(stack, access.manualSteps[0]) as { values: Record<string, string> }).values["Tenant ID"];
    expect(tenant).toMatch(/^\$\{data[.]azuread_client_config[.]finops_identity_deployer_[0-9A-F]{8}[.]tenant_id\}$/);
    const tenantId = tenant?.slice(2, -1) ?? "";
    const definition = `${ACCOUNT}/billingRoleDefinitions/${READER}`;
    expect(resolved(stack, access.manualSteps)).toEqual([
      {
        key: "assign_billing_role",
        title,
        why,
        link,
        values: {
          Request:
            `PUT https://management.azure.com${ACCOUNT}/billingRoleAssignments/` +
            `\${uuidv5("oid", ${principal})}?api-version=2019-10-01-preview`,
          Body:
            `\${jsonencode({"properties" = {"principalId" = ${principal}, "principalTenantId" = ${tenantId}, ` +
            `"roleDefinitionId" = "${definition}"}})}`,
          "Principal ID": `\${${principal}}`,
          "Tenant ID": tenant,
          "Role definition ID": definition,
        },
        check: "The request returns 200; the portal does not show the assignment.",
      },
    ]);
  });

  it("is reported as a warning at synthesis, too", () => {
    expect(access.node.metadata.map(({ type, data }) => [type, data as string])).toEqual([
      ["@cdktf/warn", `Manual step: ${title}. ${why} See ${link}`],
    ]);
  });

  it("is not assigned by Terraform", () => {
    expect(template.resources("azurerm_role_assignment").map(({ scope }) => scope)).toEqual([
      `/subscriptions/${SUBSCRIPTION}`,
    ]);
  });

  it("has its own output", () => {
    expect(Object.keys(template.outputs)).toContain("finops_assign_billing_role");
  });

  it("is the reader role of the department when a department is exported", () => {
    const step = stepOf({ ...EA_PROPS, departmentId: "12345" });
    const department = `${ACCOUNT}/departments/12345`;
    expect(step.title).toBe(
      "Make the service principal a reader of the department, only if the platform reads it directly",
    );
    expect(step.values.Request).toContain(
      `PUT https://management.azure.com${department}/billingRoleAssignments/\${uuidv5(`,
    );
    const definition = `${department}/billingRoleDefinitions/db609904-a47f-4794-9be8-9bd86fbffd8a`;
    expect(step.values["Role definition ID"]).toBe(definition);
    expect(step.values.Body).toContain(`"roleDefinitionId" = "${definition}"`);
  });

  it("is no manual step for an enrollment account, which has no read-only role", () => {
    const { access: accessWithoutRole } = build({ ...EA_PROPS, enrollmentAccountId: "123456" });
    expect([accessWithoutRole.manualSteps, accessWithoutRole.node.metadata]).toEqual([[], []]);
  });

  it.each<[string, Props, string, string]>([
    ["an enrollment", {}, "", READER],
    ["a department", { departmentId: "12345" }, "/departments/12345", "db609904-a47f-4794-9be8-9bd86fbffd8a"],
  ])("is a manual step for %s with an unresolved enrollment number", (_, props, rest, role) => {
    const other = azureStack();
    const billingAccountId = new TerraformVariable(other, "enrollment", { type: "string" }).stringValue;
    const { values } = stepOf({ agreement: "EA", billingAccountId, ...props }, other);
    expect(values["Role definition ID"]).toBe(
      `/providers/Microsoft.Billing/billingAccounts/\${var.enrollment}${rest}/billingRoleDefinitions/${role}`,
    );
  });

  it("is for the service principal of an existing application", () => {
    const other = azureStack();
    const identity = AzureIdentity.fromApplication(other, "application", { clientId: CLIENT });
    const { values } = stepOf({ ...EA_PROPS, identity }, other);
    expect(values["Principal ID"]).toMatch(
      /^\$\{data[.]azuread_service_principal[.]application_service_principal_[0-9A-F]{8}[.]object_id\}$/,
    );
  });

  it.each(ENVIRONMENTS)("is requested in the environment %s, in %s, from %s", (environment, location, endpoint) => {
    const { values } = stepOf({ ...EA_PROPS, environment, location }, stackIn(environment));
    expect(values.Request).toContain(`PUT ${endpoint}${ACCOUNT}/billingRoleAssignments/`);
  });
});

describe("the billing role of a Microsoft Customer Agreement", () => {
  const link = "https://learn.microsoft.com/en-us/azure/cost-management-billing/manage/understand-mca-roles";
  const scope = `/providers/Microsoft.Billing/billingAccounts/${MCA_ACCOUNT}`;

  it("is a manual step in the portal, for the application and its service principal", () => {
    const stack = azureStack();
    const step = stepOf(MCA_PROPS, stack);
    const template = Template.of(stack);
    expect(step).toEqual({
      key: "assign_billing_role",
      title: "Make the application a reader of the billing account, only if the platform reads it directly",
      why: "The role is not part of Azure RBAC: an owner of the billing account assigns it in the portal. The exports work without it.",
      link,
      values: {
        Portal: "https://portal.azure.com",
        Page: "Cost Management + Billing, the billing account, Access control (IAM), Add",
        Role: "Billing account reader",
        Scope: scope,
        "Service principal object ID": `\${${template.address("azuread_service_principal")}.object_id}`,
        "Client ID": `\${${template.address("azuread_application")}.client_id}`,
      },
      check: "The page shows the application with that role.",
    });
  });

  it.each<[string, string, Props, string]>([
    [
      "billing profile",
      "Billing profile reader",
      { billingProfileId: "ABCD-EFGH-IJK-LMN" },
      "/billingProfiles/ABCD-EFGH-IJK-LMN",
    ],
    [
      "invoice section",
      "Invoice section reader",
      { billingProfileId: "ABCD-EFGH-IJK-LMN", invoiceSectionId: "OPQR-STUV-WXY-ZAB" },
      "/billingProfiles/ABCD-EFGH-IJK-LMN/invoiceSections/OPQR-STUV-WXY-ZAB",
    ],
  ])("is for the %s, as %s, when one is exported", (scopeName, role, props, rest) => {
    const step = stepOf({ ...MCA_PROPS, ...props });
    expect(step.title).toBe(
      `Make the application a reader of the ${scopeName}, only if the platform reads it directly`,
    );
    expect(step.values).toMatchObject({
      Page: `Cost Management + Billing, the ${scopeName}, Access control (IAM), Add`,
      Role: role,
      Scope: `${scope}${rest}`,
    });
  });

  it.each(ENVIRONMENTS)("is given in the environment %s, in %s, not through %s but in the portal %s", (...row) => {
    const [environment, location, , portal] = row;
    expect(stepOf({ ...MCA_PROPS, environment, location }, stackIn(environment)).values.Portal).toBe(portal);
  });
});

describe("the billing role when no billing account is exported", () => {
  it.each<[string, Props]>([
    ["subscriptions of an enrollment", { agreement: "EA" }],
    ["subscriptions of a customer agreement", { agreement: "MCA" }],
    ["subscriptions from a partner", { agreement: "CSP" }],
    [
      "a partner's customer, which has other roles",
      { agreement: "MPA", billingAccountId: MCA_ACCOUNT, customerId: "55555555-6666-7777-8888-999999999999" },
    ],
  ])("is no manual step for %s", (_, props) => {
    const { access } = build(props);
    expect([access.manualSteps, access.node.metadata]).toEqual([[], []]);
  });

  it("is no manual step for existing exports, whose scope is unknown", () => {
    const stack = azureStack();
    const storage = new AzureStorage(stack, "storage", {
      subscriptionId: SUBSCRIPTION,
      location: "westeurope",
      storageAccountName: "acmebillingexport",
    });
    const billingExport = AzureBillingExport.fromExports(stack, "exports", {
      storage,
      actualCostPaths: { all: "finops/actual" },
      amortizedCostPaths: { all: "finops/amortized" },
    });
    expect(new AzureIntegration(stack, "finops", { billingExport }).access.manualSteps).toEqual([]);
  });
});
