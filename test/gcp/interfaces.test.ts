import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { BigqueryDataset } from "@cdktf/provider-google/lib/bigquery-dataset";
import { BigqueryDatasetIamPolicy } from "@cdktf/provider-google/lib/bigquery-dataset-iam-policy";
import { GcpIntegration, type IGcpBillingExport, type IGcpIdentity, type IGcpStorage } from "cdktf-finops/gcp";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Construct } from "constructs";
import { BILLING_ACCOUNT, gcpStack, PROJECT } from "../support/gcp";
import { refusal, Template } from "../support/template";

/** A service account of another program. */
class OwnIdentity extends Construct implements IGcpIdentity {
  readonly finopsInterface = "IGcpIdentity";
  readonly permissions = [];
  readonly manualSteps = [];
  readonly limitations = ["The identity is managed elsewhere."];
  readonly email = "finops@acme-other.iam.gserviceaccount.com";
  readonly member = `serviceAccount:${this.email}`;
  readonly fieldValues = {};
  readonly requiredServices = ["iamcredentials"] as const;
  readonly dependencies = [];
  readonly projectId = "acme-other";
}

/** A dataset of another program. */
class OwnStorage extends Construct implements IGcpStorage {
  readonly finopsInterface = "IGcpStorage";
  readonly permissions = [];
  readonly manualSteps = [];
  readonly limitations = [];
  readonly datasetId = "own_dataset";
  readonly datasetLocation = "EU";
  readonly projectId = PROJECT;
  readonly dependencies = [];
}

/** An export whose tables another program reads. */
class OwnBillingExport extends Construct implements IGcpBillingExport {
  readonly finopsInterface = "IGcpBillingExport";
  readonly permissions = [];
  readonly manualSteps = [];
  readonly limitations = [];
  readonly storage = new OwnStorage(this, "storage");
  readonly billingAccountId = BILLING_ACCOUNT;
  readonly exports = ["STANDARD"] as const;
  readonly tableNames = { STANDARD: "own_table" };
  readonly tableIds = { STANDARD: `${PROJECT}.own_dataset.own_table` };
  readonly exportReady = true;
  readonly requiredServices = [];
  readonly preconditions = [];
}

const PROPS = { projectId: PROJECT, hierarchy: "NONE" } as const;

describe("your own implementation", () => {
  it("of an identity and a storage is accepted by an integration", () => {
    const stack = gcpStack();
    const integration = new GcpIntegration(stack, "finops", {
      ...PROPS,
      billingAccountId: BILLING_ACCOUNT,
      identity: new OwnIdentity(stack, "identity"),
      storage: new OwnStorage(stack, "storage"),
    });
    const template = Template.of(stack);
    expect(template.resource("google_project_iam_member").member).toBe(
      "serviceAccount:finops@acme-other.iam.gserviceaccount.com",
    );
    expect(template.resources("google_project_service").map(({ service }) => service)).toContain(
      "iamcredentials.googleapis.com",
    );
    expect(template.output("finops_dataset_id").value).toBe("own_dataset");
    expect(integration.limitations).toContain("The identity is managed elsewhere.");
  });

  it("of a billing export is accepted, with its own storage", () => {
    const stack = gcpStack();
    const billingExport = new OwnBillingExport(stack, "export");
    const integration = new GcpIntegration(stack, "finops", { ...PROPS, billingExport });
    const template = Template.of(stack);
    expect(integration.storage).toBe(billingExport.storage);
    expect(template.resource("google_bigquery_table_iam_member")).toMatchObject({
      dataset_id: "own_dataset",
      table_id: "own_table",
    });
  });

  it("must be complete, or is refused by the members that it lacks, those of its storage too", () => {
    const stack = gcpStack();
    const storage = Object.assign(new OwnStorage(stack, "storage"), { projectId: undefined });
    const billingExport = new OwnBillingExport(stack, "export");
    const incomplete = Object.assign(billingExport, { storage, exportReady: undefined });
    expect(
      refusal(
        () =>
          new GcpIntegration(stack, "finops", { ...PROPS, billingExport: incomplete as unknown as IGcpBillingExport }),
      ),
    ).toBe(
      "GcpIntegration at billing/finops: 'billingExport' must be an IGcpBillingExport, got: the IGcpBillingExport at billing/export whose " +
        "'storage' is the IGcpStorage at billing/storage whose 'projectId' is missing (it must be an IGcpStorage), 'exportReady' is missing; for example new GcpBillingExport(…)",
    );
  });

  it("of a storage is protected from resources that replace its IAM members, and its other tables are mentioned", () => {
    const stack = gcpStack();
    const storage = new OwnStorage(stack, "storage");
    const integration = new GcpIntegration(stack, "finops", {
      ...PROPS,
      billingAccountId: BILLING_ACCOUNT,
      storage,
      datasetAccess: "ALWAYS",
    });
    expect(integration.access.node.metadata.map(({ data }) => data as unknown)).toContain(
      "The platform can read all tables of the existing dataset, also those that are not part of the export.",
    );
    new BigqueryDatasetIamPolicy(stack, "policy", { datasetId: storage.datasetId, policyData: "{}" });
    expect(refusal(() => Template.of(stack))).toContain(
      "billing/policy (google_bigquery_dataset_iam_policy) must not be for the dataset that billing/finops/access needs",
    );
  });

  it("of a storage that creates its dataset has no other tables to mention", () => {
    const stack = gcpStack();
    const storage = new OwnStorage(stack, "storage");
    // Two children that cdktf would take for the main one.
    new BigqueryDataset(storage, "Resource", { datasetId: "own_dataset" });
    new Construct(storage, "Default");
    const { access } = new GcpIntegration(stack, "finops", {
      ...PROPS,
      billingAccountId: BILLING_ACCOUNT,
      storage,
      datasetAccess: "ALWAYS",
    });
    expect(
      access.node.metadata.map(({ data }) => data as string).filter((text) => text.includes("all tables")),
    ).toEqual([]);
  });

  it("of an identity that contains the integration does not let the APIs wait for themselves", () => {
    const stack = gcpStack();
    const identity = new OwnIdentity(stack, "identity");
    new GcpIntegration(identity, "finops", {
      ...PROPS,
      billingAccountId: BILLING_ACCOUNT,
      datasetLocation: "EU",
      identity,
    });
    const services = Template.of(stack).resources("google_project_service");
    const first = services.filter(({ depends_on }) => depends_on === undefined);
    expect(first.map(({ service }) => service)).toEqual(["cloudresourcemanager.googleapis.com"]);
  });

  it("of an identity is refused if the literal beginning of its member is of another kind of principal", () => {
    const stack = gcpStack();
    const address = new TerraformVariable(stack, "address", { type: "string" }).stringValue;
    const identity = Object.assign(new OwnIdentity(stack, "own"), { member: `user:${address}` });
    expect(
      refusal(
        () =>
          new GcpIntegration(stack, "finops", {
            ...PROPS,
            billingAccountId: BILLING_ACCOUNT,
            datasetLocation: "EU",
            identity,
          }),
      ),
    ).toContain("(it must be serviceAccount:<e-mail address>)");
  });

  it.each([
    [
      "an unknown table",
      { exports: ["STANDARD", "FOO"] },
      'must be a list of STANDARD, DETAILED, PRICING, got: "FOO" in it',
    ],
    ["a table without a name", { exports: ["STANDARD", "PRICING"] }, "whose 'tableNames.PRICING' is missing"],
    [
      "an empty name",
      { tableNames: { STANDARD: "" } },
      "'tableNames.STANDARD' is \"\" (it must be the name of a table: ",
    ],
    [
      "a path as a name",
      { tableNames: { STANDARD: "../../datasets/other" } },
      "'tableNames.STANDARD' is \"../../datasets/other\" (it must be the name of a table: ",
    ],
    ["an unknown API", { requiredServices: ["compute"] }, 'got: "compute" in it'],
  ])("of a billing export is refused with %s", (_, members, problem) => {
    const stack = gcpStack();
    const billingExport = Object.assign(new OwnBillingExport(stack, "own"), members) as unknown as IGcpBillingExport;
    expect(refusal(() => new GcpIntegration(stack, "finops", { ...PROPS, billingExport }))).toContain(problem);
  });

  it("of a billing export can have any valid names of tables, and other keys, which are not read", () => {
    const stack = gcpStack();
    const billingExport = Object.assign(new OwnBillingExport(stack, "own"), {
      tableNames: { STANDARD: "billing-view 2", PRICING: "", OTHER: "a/b" },
    });
    new GcpIntegration(stack, "finops", { ...PROPS, billingExport });
    expect(Template.of(stack).resource("google_bigquery_table_iam_member").table_id).toBe("billing-view 2");
  });

  it("of a billing export is refused if its storage is in another stack", () => {
    const stack = gcpStack();
    const billingExport = Object.assign(new OwnBillingExport(stack, "own"), {
      storage: new OwnStorage(new TerraformStack(Testing.app(), "elsewhere"), "storage"),
    });
    expect(refusal(() => new GcpIntegration(stack, "finops", { ...PROPS, billingExport }))).toBe(
      "GcpIntegration at billing/finops: 'billingExport' must be in the stack of the construct, got: elsewhere/storage; " +
        "create it in billing",
    );
  });

  it.each([
    ["member", "allUsers", "be serviceAccount:<e-mail address>"],
    ["member", "user:alice@example.com", "be serviceAccount:<e-mail address>"],
    ["member", "serviceAccount:other@acme-other.iam.gserviceaccount.com", "be that of 'email'"],
    [
      "email",
      "123456789012-compute@developer.gserviceaccount.com",
      "be a dedicated service account, not one that Google created, which can often edit the whole project",
    ],
    ["projectId", "123456789012", "be the ID of a project, not its number"],
  ] as const)("is refused if its '%s' is invalid, which would reach a role binding", (member, value, must) => {
    const stack = gcpStack();
    const identity = Object.assign(new OwnIdentity(stack, "own"), { [member]: value });
    expect(
      refusal(
        () =>
          new GcpIntegration(stack, "finops", {
            ...PROPS,
            billingAccountId: BILLING_ACCOUNT,
            datasetLocation: "EU",
            identity,
          }),
      ),
    ).toContain(`whose '${member}' is "${value}" (it must ${must})`);
  });

  it("is refused with the default provider of another stack", () => {
    const stack = gcpStack();
    const provider = new GoogleProvider(new TerraformStack(Testing.app(), "other"), "provider", { project: PROJECT });
    const identity = Object.assign(new OwnIdentity(stack, "identity"), { provider });
    new GcpIntegration(stack, "finops", {
      ...PROPS,
      billingAccountId: BILLING_ACCOUNT,
      datasetLocation: "EU",
      identity,
    });
    expect(refusal(() => Template.of(stack))).toContain(
      "[billing] billing/finops/access: 'provider' must be in the stack of the construct, got: other/provider; create it in billing",
    );
  });

  it.each<[string, string, unknown]>([
    ["provider", "identity", {}],
    ["fieldValues", "identity", { service_account_key_json: "hunter2" }],
    ["requiredServices", "identity", ["compute"]],
    ["provider", "storage", {}],
    ["datasetId", "storage", "*"],
    ["datasetLocation", "storage", "mars"],
    ["projectId", "storage", "1"],
    ["billingAccountId", "billingExport", "*"],
    ["requiredServices", "billingExport", ["compute"]],
  ])("is refused by the name of an invalid member: %s of the %s", (member, property, value) => {
    const stack = gcpStack();
    const parts = {
      identity: new OwnIdentity(stack, "identity"),
      storage: new OwnStorage(stack, "storage"),
      billingExport: new OwnBillingExport(stack, "billingExport"),
    };
    const part = Object.assign(parts[property as keyof typeof parts], { [member]: value });
    expect(refusal(() => new GcpIntegration(stack, "finops", { ...PROPS, [property]: part } as never))).toContain(
      `'${property}' must be an ${part.finopsInterface}, got: the ${part.finopsInterface} at ${part.node.path} whose '${member}' is `,
    );
  });
});
