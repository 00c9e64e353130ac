import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { GcpIdentity, GcpServices, type GcpServicesProps, GcpStorage } from "cdktf-finops/gcp";
import { TerraformVariable, Token } from "cdktf";
import { type Construct } from "constructs";
import { gcpStack, PROJECT } from "../support/gcp";
import { refusal, Template } from "../support/template";

const make = (scope: Construct, id: string, props: Partial<GcpServicesProps> = {}): GcpServices =>
  new GcpServices(scope, id, { projectId: PROJECT, ...props });

/** Names of the APIs by the order in which Terraform enables them: each after the one that it depends on. */
function orderOf({ json, addresses }: Template): string[] {
  const blocks = (json.resource as Record<string, Record<string, { service: string; depends_on?: string[] }>>)
    .google_project_service;
  const after = new Map(
    Object.entries(blocks ?? {}).map(([name, { service, depends_on = [] }]) => [
      depends_on.join(),
      { address: `google_project_service.${name}`, service },
    ]),
  );
  const order: string[] = [];
  for (let next = after.get(""); next !== undefined; next = after.get(next.address)) {
    order.push(next.service);
  }
  expect(order).toHaveLength(addresses.filter((address) => address.startsWith("google_project_service.")).length);
  return order;
}

/** Address of the one of them that is enabled last. */
const lastOf = (template: Template): string =>
  template.addresses.find((address) => address.includes("_cloudbilling_")) ?? "";

describe("the APIs", () => {
  const stack = gcpStack();
  const services = make(stack, "services");
  const template = Template.of(stack);

  it("are those that all need, and nothing else is made", () => {
    expect(template.resourceTypes).toEqual({ google_project_service: 4 });
    expect(services.serviceNames).toEqual([
      "cloudresourcemanager.googleapis.com",
      "iam.googleapis.com",
      "bigquery.googleapis.com",
      "cloudbilling.googleapis.com",
    ]);
    expect(services.projectId).toBe(PROJECT);
  });

  it("are enabled one after the other, in that order", () => {
    expect(orderOf(template)).toEqual(services.serviceNames);
  });

  it("are enabled in the project, and never disabled, as others may use them by then", () => {
    const all = template.resources("google_project_service");
    expect(all.map(({ project, disable_on_destroy }) => [project, disable_on_destroy])).toEqual(
      Array(4).fill([PROJECT, false]),
    );
    expect(all.some((service) => "disable_dependent_services" in service)).toBe(false);
  });

  it("leave nothing to do by hand, and nothing to be warned of", () => {
    expect([services.manualSteps, services.permissions, services.limitations]).toEqual([[], [], []]);
    expect(services.node.metadata).toEqual([]);
  });

  it("are enabled by the provider passed", () => {
    const other = gcpStack();
    make(other, "services", { provider: new GoogleProvider(other, "other", { alias: "other" }) });
    expect(
      Template.of(other)
        .resources("google_project_service")
        .map(({ provider }) => provider),
    ).toEqual(Array(4).fill("google.other"));
  });
});

describe("the APIs, as told", () => {
  it("are more, before the last one, in an order that does not depend on how they are named", () => {
    const enabled = (...additionalServices: NonNullable<GcpServicesProps["additionalServices"]>): string[] => {
      const stack = gcpStack();
      make(stack, "services", { additionalServices });
      return orderOf(Template.of(stack));
    };
    const all = [
      "cloudresourcemanager",
      "iam",
      "bigquery",
      "bigquerydatatransfer",
      "iamcredentials",
      "orgpolicy",
      "sts",
    ];
    expect(enabled("sts", "orgpolicy", "iamcredentials", "bigquerydatatransfer")).toEqual(
      [...all, "cloudbilling"].map((name) => `${name}.googleapis.com`),
    );
    expect(enabled("iamcredentials", "sts")).toEqual(enabled("sts", "iamcredentials"));
    expect(enabled()).toHaveLength(4);
  });

  it("are left to others, as a manual step told at synth", () => {
    const stack = gcpStack();
    const services = make(stack, "services", { enableServices: false, additionalServices: ["sts"] });
    expect(Template.of(stack).resourceTypes).toEqual({});
    expect(services.manualSteps).toEqual([
      {
        key: "enable_services",
        title: "Enable the APIs in the project, unless they are enabled",
        why: "The program says that someone else does it. Without them, neither this deployment nor the platform can ask for anything.",
        link: "https://docs.cloud.google.com/service-usage/docs/enable-disable",
        values: {
          Project: PROJECT,
          APIs: "cloudresourcemanager.googleapis.com iam.googleapis.com bigquery.googleapis.com sts.googleapis.com cloudbilling.googleapis.com",
        },
        check: "gcloud services list --enabled --project=<project> names each of them.",
      },
    ]);
    expect(services.node.metadata.map(({ data }) => data as string)).toEqual([
      "Manual step: Enable the APIs in the project, unless they are enabled. The program says that someone else does it. Without " +
        "them, neither this deployment nor the platform can ask for anything. See https://docs.cloud.google.com/service-usage/docs/enable-disable",
    ]);
  });
});

describe("what waits for the APIs", () => {
  const EMAIL = `finops@${PROJECT}.iam.gserviceaccount.com`;
  const dataset = { projectId: PROJECT, datasetLocation: "EU" };

  it("is each resource of a part, which keeps what it waits for besides", () => {
    const stack = gcpStack();
    const services = make(stack, "services");
    services.addDependents(
      new GcpIdentity(stack, "identity", { projectId: PROJECT, keyPolicyException: true }),
      new GcpStorage(stack, "storage", dataset),
    );
    const template = Template.of(stack);
    const last = lastOf(template);
    expect(template.resource("google_service_account").depends_on).toEqual([last]);
    expect(template.resource("google_bigquery_dataset").depends_on).toEqual([last]);
    const exceptions = template.addresses.filter((address) => address.startsWith("google_org_policy_policy."));
    const account = template.address("google_service_account");
    expect(template.resource("google_service_account_key").depends_on).toEqual([account, ...exceptions, last]);
    expect(template.resources("google_org_policy_policy").map((policy) => policy.depends_on)).toEqual([
      [account, last],
      [account, last],
    ]);
  });

  it("is each data source of a part", () => {
    const stack = gcpStack();
    make(stack, "services").addDependents(
      GcpIdentity.fromServiceAccount(stack, "identity", { projectId: PROJECT, serviceAccountEmail: EMAIL }),
      GcpStorage.fromDataset(stack, "storage", { ...dataset, datasetId: "billing" }),
    );
    const template = Template.of(stack);
    const last = lastOf(template);
    expect(template.data("google_service_account").depends_on).toEqual([last]);
    expect(template.data("google_bigquery_dataset").depends_on).toEqual([last]);
  });

  it("is what is passed, and nothing else in the stack", () => {
    const stack = gcpStack();
    new ProjectIamMember(stack, "mine", { project: PROJECT, role: "roles/viewer", member: "user:jo@acme.com" });
    make(stack, "services").addDependents(new GcpStorage(stack, "storage", dataset));
    const template = Template.of(stack);
    expect(template.resource("google_project_iam_member")).not.toHaveProperty("depends_on");
    expect(orderOf(template)).toHaveLength(4);
  });

  it("is nothing where someone else enables them", () => {
    const stack = gcpStack();
    make(stack, "services", { enableServices: false }).addDependents(new GcpStorage(stack, "storage", dataset));
    expect(Template.of(stack).resource("google_bigquery_dataset")).not.toHaveProperty("depends_on");
  });
});

describe("a project that Terraform fills in", () => {
  it("is checked on the first API, on which the others wait", () => {
    const stack = gcpStack();
    make(stack, "services", { projectId: new TerraformVariable(stack, "project", { type: "string" }).stringValue });
    const template = Template.of(stack);
    const checked = template.resources("google_project_service").filter((service) => "lifecycle" in service);
    expect(checked.map(({ service }) => service)).toEqual(["cloudresourcemanager.googleapis.com"]);
    const must = "GcpServices at billing/services: 'projectId' must be the ID of a project";
    expect(checked[0]?.lifecycle).toMatchObject({
      precondition: [
        { condition: '${!can(regex("^(projects/)?[0-9]+$", var.project))}', error_message: `${must}, not its number.` },
        { error_message: `${must}, not that of a billing account.` },
        { error_message: `${must}: lower-case letters, digits and '-'.` },
        {
          error_message: `${must}: 6-30 lower-case letters, digits and '-', beginning with a letter, not ending with '-'.`,
        },
      ],
    });
    expect(orderOf(template)).toHaveLength(4);
  });
});

describe("what is refused", () => {
  const SERVICES = "be a list of bigquerydatatransfer, iamcredentials, orgpolicy, sts";

  it.each<[string, unknown, string]>([
    [
      "a project by its number",
      { projectId: "123456789012" },
      `'projectId' must be the ID of a project, not its number, got: "123456789012"; for example "acme-billing"`,
    ],
    ["a word for no", { enableServices: "no" }, `'enableServices' must be true or false, got: "no"`],
    [
      "to have Terraform decide",
      { enableServices: Token.asAny({ ref: "x" }) },
      "'enableServices' must be true or false, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "an API that nothing here needs",
      { additionalServices: ["compute"] },
      `'additionalServices' must ${SERVICES}, got: "compute" in it`,
    ],
    [
      "an API by its whole name",
      { additionalServices: ["sts.googleapis.com"] },
      `'additionalServices' must ${SERVICES}, got: "sts.googleapis.com" in it`,
    ],
    [
      "an API twice",
      { additionalServices: ["sts", "sts"] },
      `'additionalServices' must name each value once, got: "sts" twice`,
    ],
    ["an API alone", { additionalServices: "sts" }, `'additionalServices' must ${SERVICES}, got: "sts"`],
    [
      "APIs that Terraform alone would know",
      { additionalServices: Token.asList({ ref: "x" }) },
      `'additionalServices' must ${SERVICES}, got: a token; what is created depends on it, so pass the value itself`,
    ],
    ["something else as provider", { provider: {} }, "'provider' must be a GoogleProvider, got: an object"],
    [
      "an unknown property",
      { services: ["sts"] },
      `"services" is not a known property; did you mean 'enableServices' or 'additionalServices'?`,
    ],
  ])("is %s", (_, props, problem) => {
    const stack = gcpStack();
    expect(refusal(() => make(stack, "services", props as Partial<GcpServicesProps>))).toBe(
      `GcpServices at billing/services: ${problem}`,
    );
    expect(stack.node.tryFindChild("services")).toBeUndefined();
  });
});
