import { AZURE_ACCESS_SCHEMA } from "../../lib/azure/access";
import { AZURE_BILLING_EXPORT_SCHEMA } from "../../lib/azure/billing-export";
import * as conditions from "../../lib/azure/conditions";
import { AZURE_EXISTING_APPLICATION_SCHEMA } from "../../lib/azure/existing-application";
import { AZURE_EXISTING_CONTAINER_SCHEMA } from "../../lib/azure/existing-container";
import { AZURE_EXISTING_EXPORTS_SCHEMA } from "../../lib/azure/existing-exports";
import { AZURE_FEDERATED_IDENTITY_SCHEMA } from "../../lib/azure/federated-identity";
import { AZURE_IDENTITY_SCHEMA } from "../../lib/azure/identity";
import { AZURE_STORAGE_SCHEMA } from "../../lib/azure/storage";
import { certificateRule } from "../../lib/core/certificate";
import { type Condition } from "../../lib/core/conditions";
import { namedEntries } from "../../lib/core/entries";
import { audienceRule, issuerRule, subjectRule } from "../../lib/core/openid";
import { type AnyRule } from "../../lib/core/rules";
import { CLIENT, ENROLLMENT, MCA_ACCOUNT, SUBSCRIPTION, TENANT } from "../support/azure";
import { describeConditions, describeWiring, type Trial } from "../support/conditions";

const {
  APPLICATION_NAME,
  BILLING_ACCOUNT_ID,
  BILLING_SCOPE,
  CLIENT_ID,
  CONTAINER_ID,
  CONTAINER_NAME,
  EXPORT_NAME_PREFIX,
  FOLDER_PATH,
  LOCATION,
  OBJECT_ID,
  RESOURCE_GROUP_NAME,
  ROLE_NAME,
  ROLE_SCOPE,
  STORAGE_ACCOUNT_NAME,
  SUBSCRIPTION_ID,
  TAG_NAME,
  TAG_VALUE,
  TENANT_ID,
  withinBillingAccount,
} = conditions;

/** Conditions of a rule for a string, or for the keys of a map. */
const conditionsOf = ({ kind }: AnyRule): readonly Condition[] =>
  kind.type === "string" ? kind.conditions : kind.type === "map" ? kind.keys : [];

const ISSUER = conditionsOf(issuerRule(600));
const SUBJECT = conditionsOf(subjectRule(600));
const AUDIENCE = conditionsOf(audienceRule(600, ""));
const CERTIFICATE = certificateRule();
const ENTRY_NAME = conditionsOf(namedEntries(1, [], ""));

/** Trial of an identifier. */
const uuid = (conditions: readonly Condition[], what: string, ...others: string[]): Trial => ({
  conditions,
  accepts: [SUBSCRIPTION, "00000000-0000-0000-0000-000000000000", "abcdef01-2345-6789-abcd-ef0123456789"],
  refuses: {
    [`be ${what}: lower-case hexadecimal digits and '-'`]: [
      TENANT.replace("9", "A"),
      TENANT.replace("9", "g"),
      `{${TENANT}}`,
      `${TENANT}\n`,
      ...others,
    ],
    [`be ${what}, such as 11111111-2222-3333-4444-555555555555`]: [
      "",
      TENANT.slice(1),
      `${TENANT}-0`,
      TENANT.replaceAll("-", ""),
    ],
  },
});

/** Trial of the ID of a scope in a billing account. */
const within = (what: string): Trial => ({
  conditions: withinBillingAccount(what),
  accepts: ["1", "ABCD-EFGH_IJK", CLIENT, "x".repeat(128)],
  refuses: {
    [`be the ID of ${what} only, without its path`]: [`${BILLING_ACCOUNTS}/${ENROLLMENT}/things/1`, "a/b", "/"],
    [`be the ID of ${what}: letters, digits, '_' and '-'`]: ["a:b", "a b", "größe", "a\n", "${x}"],
    "be 1-128 characters long": ["", "x".repeat(129)],
  },
});

const BILLING_ACCOUNTS = "/providers/Microsoft.Billing/billingAccounts";
const SCOPE = `/subscriptions/${SUBSCRIPTION}`;
const GROUPS = "/providers/Microsoft.Management/managementGroups";
const ACCOUNT = `${SCOPE}/resourceGroups/finops/providers/Microsoft.Storage/storageAccounts/acmebillingexport`;
const CONTAINERS = `${ACCOUNT}/blobServices/default/containers`;

describeConditions(
  {
    "the ID of a tenant": uuid(TENANT_ID, "the ID of a tenant", "acme.onmicrosoft.com"),
    "the ID of a subscription": uuid(SUBSCRIPTION_ID, "the ID of a subscription", "Production", SCOPE),
    "the client ID of an application": uuid(
      CLIENT_ID,
      "the client ID of an application",
      "finops-platform",
      `/applications/${CLIENT}`,
      `api://${CLIENT}`,
    ),
    "the object ID of a user or a service principal": uuid(
      OBJECT_ID,
      "the object ID of a user or a service principal",
      "alice@acme.example",
    ),
    "the name of a storage account": {
      conditions: STORAGE_ACCOUNT_NAME,
      accepts: ["a1b", "a".repeat(24)],
      refuses: {
        "be lower-case letters and digits": [
          "AcmeBilling",
          "acme-billing",
          "accounts/acmeshared",
          "acmé",
          "acme\n",
          "${x}",
        ],
        "be 3-24 characters long": ["", "ab", "a".repeat(25)],
      },
    },
    "the ID of a container": {
      conditions: CONTAINER_ID,
      accepts: [
        `${CONTAINERS}/cost-exports`,
        // In the letter case in which Azure returns it.
        `${CONTAINERS}/cost-exports`.replace("resourceGroups", "resourcegroups").replace("Storage/", "storage/"),
      ],
      refuses: {
        "be the ID of a container: /subscriptions/…/storageAccounts/<account>/blobServices/default/containers/<container>":
          [
            "",
            "cost-exports",
            SCOPE,
            ACCOUNT,
            `${CONTAINERS}/`,
            `${CONTAINERS}/cost-exports/`,
            `${CONTAINERS}/cost-exports\n`,
            `${CONTAINERS}/../x`,
            `${CONTAINERS}/cost-exports`.replace(SUBSCRIPTION, "*"),
            "https://acmebillingexport.blob.core.windows.net/cost-exports",
          ],
      },
    },
    "the name of a container": {
      conditions: CONTAINER_NAME,
      accepts: ["1-a", "cost-exports", "c".repeat(63)],
      refuses: {
        "be lower-case letters, digits and '-'": [
          "Exports",
          "exports/costs",
          "$web",
          "https://acmeshared.blob.core.windows.net/cost-exports",
          "exports\n",
        ],
        "be 3-63 characters long": ["", "ab", "c".repeat(64)],
        "not begin or end with '-', or have two of them in a row": ["-exports", "exports-", "cost--exports"],
      },
    },
    "the name of a resource group": {
      conditions: RESOURCE_GROUP_NAME,
      accepts: ["_", "Fin.ops_(1)-x", "g".repeat(90)],
      refuses: {
        "be letters, digits and ._()-": ["fin ops", `${SCOPE}/resourceGroups/shared`, "größe", "finops\n", "${x}"],
        "be 1-90 characters long": ["", "g".repeat(91)],
        "not end with '.'": ["finops."],
      },
    },
    "the name of a region": {
      conditions: LOCATION,
      accepts: ["westeurope", "eastus2", "uk", "e".repeat(40)],
      refuses: {
        "be the name of a region: lower-case letters and digits, without spaces": [
          "West Europe",
          "WestEurope",
          "west-europe",
          "westeurope\n",
        ],
        "be the name of a region, such as westeurope": ["", "e", "1europe", "e2"],
        "be at most 40 characters long": ["e".repeat(41)],
      },
    },
    "a folder in the container": {
      conditions: FOLDER_PATH,
      accepts: ["finops", "finops/costs", "a..b/-_", "_/9", "x".repeat(256)],
      refuses: {
        "not begin or end with '/'": ["/finops", "finops/", "/"],
        "be letters, digits and ._-, with '/' between folders": [
          "fin:ops",
          "fin ops",
          "fin?ops",
          "fin%20ops",
          "kostén",
          "fin\\ops",
          "finops\n",
          "${x}",
          "https://acmebillingexport.blob.core.windows.net/exports/finops",
        ],
        "be letters, digits and ._-, with '/' between folders, each beginning with a letter, a digit, '_' or '-' and not ending with '.'":
          ["", ".finops", "finops.", "finops./costs", "finops/../costs", "finops//costs"],
        "be at most 256 characters long": ["x".repeat(257)],
      },
    },
    "the prefix of the names of exports": {
      conditions: EXPORT_NAME_PREFIX,
      accepts: ["a", "Finops1", "x".repeat(15)],
      refuses: {
        "be letters and digits": ["fin-ops", "fin_ops", "fin ops", "größe", "finops\n"],
        "be 1-15 characters long": ["", "x".repeat(16)],
      },
    },
    "the ID of a billing account": {
      conditions: BILLING_ACCOUNT_ID,
      accepts: [ENROLLMENT, "1234", "9".repeat(20), MCA_ACCOUNT, MCA_ACCOUNT.toUpperCase()],
      refuses: {
        "be the ID of a billing account only, without '/providers/Microsoft.Billing/billingAccounts/'": [
          `${BILLING_ACCOUNTS}/${ENROLLMENT}`,
          `${ENROLLMENT}/`,
        ],
        "be the ID of a billing account": ["Acme Inc", `${ENROLLMENT}\n`, "größe", "${x}"],
        "be the ID of a billing account: the number of an enrollment, or <UUID>:<UUID>_<date>": [
          "",
          "123",
          "9".repeat(21),
          MCA_ACCOUNT.replace("_2019-05-31", ""),
          MCA_ACCOUNT.replace("a", "g"),
          `${"-".repeat(36)}${MCA_ACCOUNT.slice(36)}`,
          "AcmeInc",
        ],
      },
    },
    "a billing scope": {
      conditions: BILLING_SCOPE,
      accepts: [
        `${BILLING_ACCOUNTS}/${ENROLLMENT}`,
        `${BILLING_ACCOUNTS}/${MCA_ACCOUNT}/billingProfiles/ABCD-EFGH-IJK-LMN/invoiceSections/OPQR-STUV-WXY-ZAB`,
        `/providers/microsoft.billing/billingaccounts/${ENROLLMENT}/departments/12345`,
      ],
      refuses: {
        "be a billing scope: letters, digits and /:._-": [
          `${BILLING_ACCOUNTS}/Acme Inc`,
          `${BILLING_ACCOUNTS}/${ENROLLMENT}\n`,
          `${BILLING_ACCOUNTS}/*`,
        ],
        "be a billing scope: /providers/Microsoft.Billing/billingAccounts/<account>/…": [
          "",
          "/",
          "/subscriptions/x",
          ENROLLMENT,
          BILLING_ACCOUNTS,
          `${BILLING_ACCOUNTS}/`,
          `${BILLING_ACCOUNTS}/${ENROLLMENT}/`,
          `${BILLING_ACCOUNTS}/${ENROLLMENT}//departments`,
          `x${BILLING_ACCOUNTS}/${ENROLLMENT}`,
        ],
      },
    },
    "the ID of a department": within("a department"),
    "the scope of a role": {
      conditions: ROLE_SCOPE,
      accepts: [
        SCOPE,
        `${SCOPE}/resourceGroups/Fin.ops_(1)-x`,
        `${SCOPE}/resourceGroups/${"x".repeat(90)}`,
        `${GROUPS}/acme`,
        `${GROUPS}/${CLIENT}`,
        `${GROUPS}/${"x".repeat(90)}`,
      ],
      refuses: {
        "begin with /subscriptions/ or /providers/Microsoft.Management/managementGroups/": [
          "",
          "/",
          SUBSCRIPTION,
          SCOPE.slice(1),
          "acme",
          `${GROUPS}/acme`.toLowerCase(),
          `${BILLING_ACCOUNTS}/${ENROLLMENT}`,
        ],
        "be the scope of a subscription, of a resource group or of a management group, without a slash at the end": [
          "/subscriptions/",
          "/subscriptions/*",
          "/subscriptions/AAAAAAAA-2222-3333-4444-555555555555",
          `${SCOPE}/`,
          `${SCOPE}\n`,
          `${SCOPE}/resourceGroups/`,
          `${SCOPE}/resourceGroups/finops/`,
          `${SCOPE}/resourceGroups/finops.`,
          `${SCOPE}/resourcegroups/finops`,
          `${SCOPE}/resourceGroups/${"x".repeat(91)}`,
          ACCOUNT,
          `${GROUPS}/`,
          `${GROUPS}/acme/`,
          `${GROUPS}/acme.`,
          `${GROUPS}/(acme)`,
          `${GROUPS}/${"x".repeat(91)}`,
          `${GROUPS}/acme${SCOPE}`,
        ],
      },
    },
    "the name of an application": {
      conditions: APPLICATION_NAME,
      accepts: ["a", "FinOps platform 2.0_a-b", "a".repeat(120)],
      refuses: {
        "be letters, digits, spaces and ._-": [
          "finops/a",
          "finops ${x}",
          "größe",
          "finops\n",
          `abc8Q~${"x".repeat(34)}`,
        ],
        "be 1-120 characters long": ["", "a".repeat(121)],
        "not begin or end with a space": [" a", "a ", " "],
      },
    },
    "the name of a custom role": {
      conditions: ROLE_NAME,
      accepts: ["r", "FinOps platform (read) 1._-", "r".repeat(512)],
      refuses: {
        "be letters, digits, spaces and ._()-": ["fin/ops", "fin${x}ops", "größe", "finops\n"],
        "be 1-512 characters long": ["", "x".repeat(513)],
        "not begin or end with a space": [" finops", "finops "],
      },
    },
    "the name of a tag": {
      conditions: TAG_NAME,
      accepts: ["k", "größe 1", "команда", "$x", "windo", "my-azure", "k".repeat(128), "é".repeat(64)],
      refuses: {
        "not have <>%&\\?/ in it, or anything that Terraform would evaluate": [
          "${x}",
          "%{x}",
          "cost/center",
          ...Array.from("<>%&\\?", (character) => `a${character}b`),
        ],
        "be 1-128 bytes long": ["", "k".repeat(129), "é".repeat(65)],
        "not begin with 'microsoft', 'azure' or 'windows', which Azure reserves": [
          "Microsoft.team",
          "MICROSOFT",
          "azureTeam",
          "Azurelike",
          "Windows 11",
        ],
      },
    },
    "the value of a tag": {
      conditions: TAG_VALUE,
      accepts: ["", "финопс", "100% <a/b> $x", "v".repeat(256), "é".repeat(128), "😀".repeat(64)],
      refuses: {
        "not have '${' or '%{' in it, which Terraform would evaluate": ["${x}", "a %{if x}"],
        "be at most 256 bytes long": ["v".repeat(257), "é".repeat(129), "😀".repeat(65)],
      },
    },
    "the issuer of tokens": {
      conditions: ISSUER,
      accepts: [
        "https://a-1.example:8443/v2.0/_~x/",
        `https://login.microsoftonline.com/${TENANT}/v2.0`,
        `https://a.example/${"x".repeat(582)}`,
      ],
      refuses: {
        "be an address that begins with https://": [
          "",
          "http://a.example",
          "login.platform.example",
          "https://a.example/?t=1",
          "https://a@b.example",
          "https://a.example//b",
          "https://localhost",
          "https://A.example",
          "https://a.example\n",
        ],
        "be at most 600 characters long": [`https://a.example/${"x".repeat(583)}`],
      },
    },
    "the subject of tokens": {
      conditions: SUBJECT,
      accepts: ["aZ9._:/@+=|~-", "s".repeat(600)],
      refuses: {
        "be letters, digits and ._:/@+=|~-": ["*", "acme finops", "a\n", "${x}", 'a"b', "größe"],
        "be 1-600 characters long": ["", "s".repeat(601)],
        "be the subject of tokens, not a token": ["ya29.token", "eyJhbGciOiJub25lIn0.e30."],
      },
    },
    "the audience of tokens": {
      conditions: AUDIENCE,
      accepts: ["a", "api://AzureADTokenExchange", "a".repeat(600)],
      refuses: {
        "be an address or a name without spaces": ["a b", "*", "a\n"],
        "be 1-600 characters long": ["", "a".repeat(601)],
        "be the audience of tokens, not a token": ["ya29.token", "eyJhbGciOiJub25lIn0.e30."],
      },
    },
  },
  conditions,
);

const SHARED = {
  applicationName: { conditions: APPLICATION_NAME, example: '"finops-platform"' },
  certificatePem: { conditions: conditionsOf(CERTIFICATE), example: CERTIFICATE.example },
  containerName: { conditions: CONTAINER_NAME, example: '"cost-exports"' },
  owners: {
    conditions: { keys: ENTRY_NAME, values: OBJECT_ID },
    example: '{ alice: "22222222-3333-4444-5555-666666666666" }',
  },
  resourceGroupName: { conditions: RESOURCE_GROUP_NAME, example: '"finops"' },
  storageAccountName: { conditions: STORAGE_ACCOUNT_NAME, example: '"acmebillingexport"' },
  subscriptionId: { conditions: SUBSCRIPTION_ID, example: '"11111111-2222-3333-4444-555555555555"' },
  tenantId: { conditions: TENANT_ID, example: '"99999999-8888-7777-6666-555555555555"' },
};
const FOLDERS = { keys: ENTRY_NAME, values: FOLDER_PATH };

describe("properties of the parts", () => {
  describeWiring(
    {
      AZURE_ACCESS_SCHEMA,
      AZURE_BILLING_EXPORT_SCHEMA,
      AZURE_EXISTING_APPLICATION_SCHEMA,
      AZURE_EXISTING_CONTAINER_SCHEMA,
      AZURE_EXISTING_EXPORTS_SCHEMA,
      AZURE_FEDERATED_IDENTITY_SCHEMA,
      AZURE_IDENTITY_SCHEMA,
      AZURE_STORAGE_SCHEMA,
    },
    [
      {
        property: "AZURE_ACCESS_SCHEMA.roleScopes",
        conditions: { keys: ENTRY_NAME, values: ROLE_SCOPE },
        example: '{ all: "/providers/Microsoft.Management/managementGroups/acme" }',
      },
      { property: "AZURE_ACCESS_SCHEMA.roleName", conditions: ROLE_NAME, example: '"FinOps platform"' },
      {
        property: "AZURE_BILLING_EXPORT_SCHEMA.billingAccountId",
        conditions: BILLING_ACCOUNT_ID,
        example: '"1234567"',
      },
      {
        property: "AZURE_BILLING_EXPORT_SCHEMA.departmentId",
        conditions: withinBillingAccount("a department"),
        example: '"12345"',
      },
      {
        property: "AZURE_BILLING_EXPORT_SCHEMA.enrollmentAccountId",
        conditions: withinBillingAccount("an enrollment account"),
        example: '"123456"',
      },
      {
        property: "AZURE_BILLING_EXPORT_SCHEMA.billingProfileId",
        conditions: withinBillingAccount("a billing profile"),
        example: '"ABCD-EFGH-IJK-LMN"',
      },
      {
        property: "AZURE_BILLING_EXPORT_SCHEMA.invoiceSectionId",
        conditions: withinBillingAccount("an invoice section"),
        example: '"OPQR-STUV-WXY-ZAB"',
      },
      {
        property: "AZURE_BILLING_EXPORT_SCHEMA.customerId",
        conditions: withinBillingAccount("a customer"),
        example: '"11111111-2222-3333-4444-555555555555"',
      },
      {
        property: "AZURE_BILLING_EXPORT_SCHEMA.subscriptions",
        conditions: { keys: ENTRY_NAME, values: SUBSCRIPTION_ID },
        example: '{ production: "11111111-2222-3333-4444-555555555555" }',
      },
      { property: "AZURE_BILLING_EXPORT_SCHEMA.rootFolderPath", conditions: FOLDER_PATH, example: '"finops/costs"' },
      { property: "AZURE_BILLING_EXPORT_SCHEMA.exportNamePrefix", conditions: EXPORT_NAME_PREFIX, example: '"finops"' },
      { property: "AZURE_EXISTING_APPLICATION_SCHEMA.tenantId", ...SHARED.tenantId },
      {
        property: "AZURE_EXISTING_APPLICATION_SCHEMA.clientId",
        conditions: CLIENT_ID,
        example: '"33333333-4444-5555-6666-777777777777"',
      },
      { property: "AZURE_EXISTING_APPLICATION_SCHEMA.certificatePem", ...SHARED.certificatePem },
      { property: "AZURE_EXISTING_CONTAINER_SCHEMA.subscriptionId", ...SHARED.subscriptionId },
      { property: "AZURE_EXISTING_CONTAINER_SCHEMA.storageAccountName", ...SHARED.storageAccountName },
      { property: "AZURE_EXISTING_CONTAINER_SCHEMA.resourceGroupName", ...SHARED.resourceGroupName },
      { property: "AZURE_EXISTING_CONTAINER_SCHEMA.containerName", ...SHARED.containerName },
      {
        property: "AZURE_EXISTING_EXPORTS_SCHEMA.actualCostPaths",
        conditions: FOLDERS,
        example: '{ production: "finops/actual" }',
      },
      {
        property: "AZURE_EXISTING_EXPORTS_SCHEMA.amortizedCostPaths",
        conditions: FOLDERS,
        example: '{ production: "finops/amortized" }',
      },
      { property: "AZURE_FEDERATED_IDENTITY_SCHEMA.tenantId", ...SHARED.tenantId },
      { property: "AZURE_FEDERATED_IDENTITY_SCHEMA.applicationName", ...SHARED.applicationName },
      { property: "AZURE_FEDERATED_IDENTITY_SCHEMA.owners", ...SHARED.owners },
      {
        property: "AZURE_FEDERATED_IDENTITY_SCHEMA.issuerUri",
        conditions: ISSUER,
        example: '"https://login.platform.example/acme"',
      },
      { property: "AZURE_FEDERATED_IDENTITY_SCHEMA.subject", conditions: SUBJECT, example: '"acme-finops"' },
      {
        property: "AZURE_FEDERATED_IDENTITY_SCHEMA.audience",
        conditions: AUDIENCE,
        example: '"api://AzureADTokenExchange"',
      },
      { property: "AZURE_IDENTITY_SCHEMA.tenantId", ...SHARED.tenantId },
      { property: "AZURE_IDENTITY_SCHEMA.applicationName", ...SHARED.applicationName },
      { property: "AZURE_IDENTITY_SCHEMA.owners", ...SHARED.owners },
      { property: "AZURE_IDENTITY_SCHEMA.certificatePem", ...SHARED.certificatePem },
      { property: "AZURE_STORAGE_SCHEMA.subscriptionId", ...SHARED.subscriptionId },
      { property: "AZURE_STORAGE_SCHEMA.storageAccountName", ...SHARED.storageAccountName },
      { property: "AZURE_STORAGE_SCHEMA.location", conditions: LOCATION, example: '"westeurope"' },
      { property: "AZURE_STORAGE_SCHEMA.resourceGroupName", ...SHARED.resourceGroupName },
      { property: "AZURE_STORAGE_SCHEMA.containerName", ...SHARED.containerName },
      {
        property: "AZURE_STORAGE_SCHEMA.tags",
        conditions: { keys: TAG_NAME, values: TAG_VALUE },
        example: '{ team: "finops" }',
      },
    ],
  );
});
