import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { GcpIdentity, GcpServices, type GcpServicesProps, GcpStorage } from "cdktf-finops/gcp";
import { TerraformVariable, Token } from "cdktf";
import { type Construct } from "constructs";
import { gcpStack, PROJECT } from "../support/gcp";
import { refusal, Template } from "../support/template";

const create = (scope: Construct, id: string, props: Partial<GcpServicesProps> = {}): GcpServices =>
  new GcpServices(scope, id, { projectId: PROJECT, ...props });

/** Names of the APIs in the order in which Terraform enables them: each after the one that it depends on. */
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

/** Address of the API that is enabled last. */
const lastOf = (template: Template): string =>
  template.addresses.find((address) => address.includes("_cloudbilling_")) ?? "";

describe("services with only their required props", () => {
  const stack = gcpStack();
  const services = create(stack, "services");
  const template = Template.of(stack);

  it("enable the APIs that every integration needs, and create nothing else", () => {
    expect(template.resourceTypes).toEqual({ google_project_service: 4 });
    expect(services.serviceNames).toEqual([
      "cloudresourcemanager.googleapis.com",
      "iam.googleapis.com",
      "bigquery.googleapis.com",
      "cloudbilling.googleapis.com",
    ]);
    expect(services.projectId).toBe(PROJECT);
  });

  it("enable the APIs one after the other, in that order", () => {
    expect(orderOf(template)).toEqual(services.serviceNames);
  });

  it("enable the APIs in the project, and never disable them, because others may use them by then", () => {
    const all = template.resources("google_project_service");
    expect(all.map(({ project, disable_on_destroy }) => [project, disable_on_destroy])).toEqual(
      Array(4).fill([PROJECT, false]),
    );
    expect(all.some((service) => "disable_dependent_services" in service)).toBe(false);
  });

  it("have no manual steps, permissions, limitations or warnings", () => {
    expect([services.manualSteps, services.permissions, services.limitations]).toEqual([[], [], []]);
    expect(services.node.metadata).toEqual([]);
  });

  it("use the provider that is passed", () => {
    const other = gcpStack();
    create(other, "services", { provider: new GoogleProvider(other, "other", { alias: "other" }) });
    expect(
      Template.of(other)
        .resources("google_project_service")
        .map(({ provider }) => provider),
    ).toEqual(Array(4).fill("google.other"));
  });
});

describe("services with all options", () => {
  it("enable the additional APIs before the last one, in an order that does not depend on that of the list", () => {
    const enabled = (...additionalServices: NonNullable<GcpServicesProps["additionalServices"]>): string[] => {
      const stack = gcpStack();
      create(stack, "services", { additionalServices });
      return orderOf(Template.of(stack));
    };
    const expected = [
      "cloudresourcemanager",
      "iam",
      "bigquery",
      "bigquerydatatransfer",
      "iamcredentials",
      "orgpolicy",
      "sts",
    ];
    expect(enabled("sts", "orgpolicy", "iamcredentials", "bigquerydatatransfer")).toEqual(
      [...expected, "cloudbilling"].map((name) => `${name}.googleapis.com`),
    );
    expect(enabled("iamcredentials", "sts")).toEqual(enabled("sts", "iamcredentials"));
    expect(enabled()).toHaveLength(4);
  });

  it("leave the APIs to a person, as a manual step, also as a warning at synthesis", () => {
    const stack = gcpStack();
    const services = create(stack, "services", { enableServices: false, additionalServices: ["sts"] });
    expect(Template.of(stack).resourceTypes).toEqual({});
    expect(services.manualSteps).toEqual([
      {
        key: "enable_services",
        title: "Enable the APIs in the project, unless they are already enabled",
        why: "'enableServices' is false. Without the APIs, all requests of this deployment and of the platform fail.",
        link: "https://docs.cloud.google.com/service-usage/docs/enable-disable",
        values: {
          Project: PROJECT,
          APIs: "cloudresourcemanager.googleapis.com iam.googleapis.com bigquery.googleapis.com sts.googleapis.com cloudbilling.googleapis.com",
        },
        check: "gcloud services list --enabled --project=<project> lists each of them.",
      },
    ]);
    expect(services.node.metadata.map(({ data }) => data as string)).toEqual([
      "Manual step: Enable the APIs in the project, unless they are already enabled. 'enableServices' is false. Without the APIs, " +
        "all requests of this deployment and of the platform fail. See https://docs.cloud.google.com/service-usage/docs/enable-disable",
    ]);
  });
});

describe("the dependents of the services", () => {
  const EMAIL = `finops@${PROJECT}.iam.gserviceaccount.com`;
  const dataset = { projectId: PROJECT, datasetLocation: "EU" };

  it("include each resource of a part, which keeps its other dependencies", () => {
    const stack = gcpStack();
    const services = create(stack, "services");
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

  it("include each data source of a part", () => {
    const stack = gcpStack();
    create(stack, "services").addDependents(
      GcpIdentity.fromServiceAccount(stack, "identity", { projectId: PROJECT, serviceAccountEmail: EMAIL }),
      GcpStorage.fromDataset(stack, "storage", { ...dataset, datasetId: "billing" }),
    );
    const template = Template.of(stack);
    const last = lastOf(template);
    expect(template.data("google_service_account").depends_on).toEqual([last]);
    expect(template.data("google_bigquery_dataset").depends_on).toEqual([last]);
  });

  it("include nothing else in the stack", () => {
    const stack = gcpStack();
    new ProjectIamMember(stack, "mine", { project: PROJECT, role: "roles/viewer", member: "user:jo@acme.com" });
    create(stack, "services").addDependents(new GcpStorage(stack, "storage", dataset));
    const template = Template.of(stack);
    expect(template.resource("google_project_iam_member")).not.toHaveProperty("depends_on");
    expect(orderOf(template)).toHaveLength(4);
  });

  it("have no additional dependency if a person enables the APIs", () => {
    const stack = gcpStack();
    create(stack, "services", { enableServices: false }).addDependents(new GcpStorage(stack, "storage", dataset));
    expect(Template.of(stack).resource("google_bigquery_dataset")).not.toHaveProperty("depends_on");
  });
});

describe("preconditions for unresolved tokens", () => {
  it("are on the first API, for which the others wait", () => {
    const stack = gcpStack();
    create(stack, "services", { projectId: new TerraformVariable(stack, "project", { type: "string" }).stringValue });
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

describe("validation of the services", () => {
  const MUST = "be a list of bigquerydatatransfer, iamcredentials, orgpolicy, sts";

  it.each<[string, unknown, string]>([
    [
      "the number of a project",
      { projectId: "123456789012" },
      `'projectId' must be the ID of a project, not its number, got: "123456789012"; for example "acme-billing"`,
    ],
    ["a string for enableServices", { enableServices: "no" }, `'enableServices' must be true or false, got: "no"`],
    [
      "enableServices as an unresolved token",
      { enableServices: Token.asAny({ ref: "x" }) },
      "'enableServices' must be true or false, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "an API that no part needs",
      { additionalServices: ["compute"] },
      `'additionalServices' must ${MUST}, got: "compute" in it`,
    ],
    [
      "the full name of an API",
      { additionalServices: ["sts.googleapis.com"] },
      `'additionalServices' must ${MUST}, got: "sts.googleapis.com" in it`,
    ],
    [
      "an API twice",
      { additionalServices: ["sts", "sts"] },
      `'additionalServices' must name each value once, got: "sts" twice`,
    ],
    ["an API that is not in a list", { additionalServices: "sts" }, `'additionalServices' must ${MUST}, got: "sts"`],
    [
      "APIs that are an unresolved token",
      { additionalServices: Token.asList({ ref: "x" }) },
      `'additionalServices' must ${MUST}, got: a token; what is created depends on it, so pass the value itself`,
    ],
    ["an object that is not a provider", { provider: {} }, "'provider' must be a GoogleProvider, got: an object"],
    [
      "an unknown property",
      { services: ["sts"] },
      `"services" is not a known property; did you mean 'enableServices' or 'additionalServices'?`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = gcpStack();
    expect(refusal(() => create(stack, "services", props as Partial<GcpServicesProps>))).toBe(
      `GcpServices at billing/services: ${problem}`,
    );
    expect(stack.node.tryFindChild("services")).toBeUndefined();
  });
});
