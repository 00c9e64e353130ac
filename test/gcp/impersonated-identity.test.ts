import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { GcpIdentity, GcpImpersonatedIdentity, type GcpImpersonatedIdentityProps } from "cdktf-finops/gcp";
import { TerraformVariable } from "cdktf";
import { type Construct } from "constructs";
import { gcpStack, PROJECT } from "../support/gcp";
import { refusal, resolved, Template } from "../support/template";

const TRUSTED = "acme-reader@platform.iam.gserviceaccount.com";

const make = (
  scope: Construct,
  id: string,
  props: Partial<GcpImpersonatedIdentityProps> = {},
): GcpImpersonatedIdentity =>
  new GcpImpersonatedIdentity(scope, id, { projectId: PROJECT, trustedServiceAccountEmail: TRUSTED, ...props });

describe("a service account that the platform's own one acts as", () => {
  const stack = gcpStack();
  const identity = make(stack, "finops");
  const template = Template.of(stack);
  const account = template.address("google_service_account");

  it("is a service account without a key, and whom it lets in", () => {
    expect(template.resourceTypes).toEqual({ google_service_account: 1, google_service_account_iam_member: 1 });
  });

  it("is named after the construct's path, in the project", () => {
    expect(template.resource("google_service_account")).toEqual({
      project: PROJECT,
      account_id: "billing-finops",
      display_name: "FinOps platform",
      description: "Lets the FinOps platform read the billing export",
    });
  });

  it("lets in the platform's service account only, to get tokens only", () => {
    expect(template.resource("google_service_account_iam_member")).toEqual({
      service_account_id: `\${${account}.name}`,
      role: "roles/iam.workloadIdentityUser",
      member: `serviceAccount:${TRUSTED}`,
    });
  });

  it("tells that it grants this, and who it is", () => {
    expect(identity.permissions.map(({ id, grantee, actions, resource }) => [id, grantee, actions, resource])).toEqual([
      ["ActAs", "platform principal", ["roles/iam.workloadIdentityUser"], "the service account"],
    ]);
    expect(resolved(stack, [identity.email, identity.member])).toEqual([
      `\${${account}.email}`,
      `\${${account}.member}`,
    ]);
    expect(identity.node.defaultChild).toBe(identity.serviceAccount);
    expect(identity.binding.node.path).toBe("billing/finops/platform");
  });

  it("has no row of the form beside its address, and needs the API that gives out tokens", () => {
    expect(identity.formValues).toEqual({});
    expect(identity.requiredServices).toEqual(["iamcredentials"]);
  });

  it("leaves nothing to do by hand, and warns of a service account that others share", () => {
    expect([identity.manualSteps, identity.limitations]).toEqual([[], []]);
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      "Have the platform use its service account for you alone: one that it uses for all of its customers could be had to " +
        "read your data for another of them, who tells it the address of your service account.",
    ]);
  });

  it("is made by the provider passed, all of it", () => {
    const other = gcpStack();
    make(other, "finops", { provider: new GoogleProvider(other, "other", { alias: "other" }), accountId: "finops" });
    const made = Template.of(other);
    expect(made.resource("google_service_account")).toMatchObject({ provider: "google.other", account_id: "finops" });
    expect(made.resource("google_service_account_iam_member").provider).toBe("google.other");
  });
});

describe("whom it trusts", () => {
  it.each<[string, string]>([
    ["in a project with a domain", "acme-reader@platform.example.com.iam.gserviceaccount.com"],
    ["of 254 characters", `reader@${"a".repeat(223)}.iam.gserviceaccount.com`],
  ])("may be a service account %s", (_, trustedServiceAccountEmail) => {
    const stack = gcpStack();
    make(stack, "finops", { trustedServiceAccountEmail });
    expect(Template.of(stack).resource("google_service_account_iam_member").member).toBe(
      `serviceAccount:${trustedServiceAccountEmail}`,
    );
  });
});

describe("what it refuses", () => {
  const EXAMPLE = '; for example "acme-reader@platform.iam.gserviceaccount.com"';
  const trusted = (must: string, got: string): string =>
    `'trustedServiceAccountEmail' must be ${must}, got: ${JSON.stringify(got)}${EXAMPLE}`;
  const account = "the e-mail address of a service account";

  it.each<[string, unknown, string]>([
    [
      "nobody",
      { trustedServiceAccountEmail: undefined },
      `'trustedServiceAccountEmail' is required: it must be ${account}, without 'serviceAccount:'${EXAMPLE}`,
    ],
    ["everyone", { trustedServiceAccountEmail: "allUsers" }, trusted(account, "allUsers")],
    [
      "a group",
      { trustedServiceAccountEmail: "group:all@platform.example" },
      trusted(`${account}, without 'serviceAccount:'`, "group:all@platform.example"),
    ],
    [
      "a member as a binding has it",
      { trustedServiceAccountEmail: `serviceAccount:${TRUSTED}` },
      trusted(`${account}, without 'serviceAccount:'`, `serviceAccount:${TRUSTED}`),
    ],
    [
      "a person",
      { trustedServiceAccountEmail: "jo@platform.example" },
      trusted(`${account}: <account>@<project>.iam.gserviceaccount.com`, "jo@platform.example"),
    ],
    [
      "all that runs in a project of the platform",
      { trustedServiceAccountEmail: "123456789012-compute@developer.gserviceaccount.com" },
      trusted(
        "one that was made for the purpose, not one that Google made, which may often edit all of a project",
        "123456789012-compute@developer.gserviceaccount.com",
      ),
    ],
    [
      "an address too long",
      { trustedServiceAccountEmail: `reader@${"a".repeat(224)}.iam.gserviceaccount.com` },
      `'trustedServiceAccountEmail' must be at most 254 characters long, got: "reader@${"a".repeat(73)}"… (255 characters)${EXAMPLE}`,
    ],
    [
      "a project by its number",
      { projectId: "123456789012" },
      `'projectId' must be the ID of a project, not its number, got: "123456789012"; for example "acme-billing"`,
    ],
    [
      "an account ID too short",
      { accountId: "fin" },
      `'accountId' must be 6-30 characters long, got: "fin"; for example "finops-platform"`,
    ],
    ["something else as provider", { provider: "google" }, `'provider' must be a GoogleProvider, got: "google"`],
    [
      "a key, which it has none of",
      { createKey: true },
      `"createKey" is not a known property; known are provider, projectId, accountId, trustedServiceAccountEmail`,
    ],
  ])("is %s", (_, props, problem) => {
    const stack = gcpStack();
    expect(refusal(() => make(stack, "finops", props as Partial<GcpImpersonatedIdentityProps>))).toBe(
      `GcpImpersonatedIdentity at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("is a name that another service account has in the project", () => {
    const stack = gcpStack();
    new GcpIdentity(stack, "one", { projectId: PROJECT, accountId: "finops" });
    expect(refusal(() => make(stack, "two", { accountId: "finops" }))).toBe(
      `GcpImpersonatedIdentity at billing/two: 'accountId' must be unique, got: "finops", which billing/one already uses for its service account; choose another`,
    );
  });
});

describe("whom Terraform fills in", () => {
  it("is checked on the service account, before it is let in", () => {
    const stack = gcpStack();
    const { stringValue } = new TerraformVariable(stack, "reader", { type: "string" });
    make(stack, "finops", { trustedServiceAccountEmail: stringValue });
    const template = Template.of(stack);
    const { precondition } = template.resource("google_service_account").lifecycle as {
      precondition: { condition: string; error_message: string }[];
    };
    const must = "GcpImpersonatedIdentity at billing/finops: 'trustedServiceAccountEmail' must";
    expect(precondition.map(({ error_message }) => error_message)).toEqual([
      `${must} be the e-mail address of a service account, without 'serviceAccount:'.`,
      `${must} be one that was made for the purpose, not one that Google made, which may often edit all of a project.`,
      `${must} be the e-mail address of a service account.`,
      `${must} be the e-mail address of a service account: <account>@<project>.iam.gserviceaccount.com.`,
      `${must} be at most 254 characters long.`,
    ]);
    expect(precondition[0]?.condition).toBe('${!can(regex("^[A-Za-z]+:", var.reader))}');
    expect(template.resource("google_service_account_iam_member")).toMatchObject({
      service_account_id: `\${${template.address("google_service_account")}.name}`,
      member: "serviceAccount:${var.reader}",
    });
  });
});
