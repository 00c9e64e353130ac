import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { GcpIdentity, GcpImpersonatedIdentity, type GcpImpersonatedIdentityProps } from "cdktf-finops/gcp";
import { TerraformVariable } from "cdktf";
import { type Construct } from "constructs";
import { gcpStack, PROJECT } from "../support/gcp";
import { problemsOf, refusal, resolved, Template } from "../support/template";

const TRUSTED = "acme-reader@platform.iam.gserviceaccount.com";

const create = (
  scope: Construct,
  id: string,
  props: Partial<GcpImpersonatedIdentityProps> = {},
): GcpImpersonatedIdentity =>
  new GcpImpersonatedIdentity(scope, id, { projectId: PROJECT, trustedServiceAccountEmail: TRUSTED, ...props });

describe("an impersonated identity with only its required props", () => {
  const stack = gcpStack();
  const identity = create(stack, "finops");
  const template = Template.of(stack);
  const account = template.address("google_service_account");

  it("creates a service account without a key, and one binding", () => {
    expect(template.resourceTypes).toEqual({ google_service_account: 1, google_service_account_iam_member: 1 });
  });

  it("names the service account after the construct's path, in the project", () => {
    expect(template.resource("google_service_account")).toEqual({
      project: PROJECT,
      account_id: "billing-finops",
      display_name: "FinOps platform",
      description: "Lets the FinOps platform read the billing export",
    });
  });

  it("allows only the platform's service account to get tokens, and nothing else", () => {
    expect(template.resource("google_service_account_iam_member")).toEqual({
      service_account_id: `\${${account}.name}`,
      role: "roles/iam.workloadIdentityUser",
      member: `serviceAccount:${TRUSTED}`,
    });
  });

  it("reports its permission and the service account", () => {
    expect(identity.permissions.map(({ id, grantee, actions, resource }) => [id, grantee, actions, resource])).toEqual([
      ["ImpersonateServiceAccount", "platform principal", ["roles/iam.workloadIdentityUser"], "the service account"],
    ]);
    expect(resolved(stack, [identity.email, identity.member])).toEqual([
      `\${${account}.email}`,
      `\${${account}.member}`,
    ]);
    expect(identity.node.defaultChild).toBe(identity.serviceAccount);
    expect(identity.binding.node.path).toBe("billing/finops/platform");
  });

  it("fills in no additional row of the form, and requires the API that issues tokens", () => {
    expect(identity.fieldValues).toEqual({});
    expect(identity.requiredServices).toEqual(["iamcredentials"]);
  });

  it("has no manual steps, and warns about a service account that the platform shares among customers", () => {
    expect([identity.manualSteps, identity.limitations]).toEqual([[], []]);
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      "Ask the platform to use its service account for you only: if it is shared among customers, another customer who knows " +
        "the e-mail address of your service account could use it to read your data.",
    ]);
  });

  it("uses the provider that is passed for everything, and the given account ID", () => {
    const other = gcpStack();
    create(other, "finops", { provider: new GoogleProvider(other, "other", { alias: "other" }), accountId: "finops" });
    const templateOfOther = Template.of(other);
    expect(templateOfOther.resource("google_service_account")).toMatchObject({
      provider: "google.other",
      account_id: "finops",
    });
    expect(templateOfOther.resource("google_service_account_iam_member").provider).toBe("google.other");
  });
});

describe("validation of the impersonated identity", () => {
  const EXAMPLE = '; for example "acme-reader@platform.iam.gserviceaccount.com"';

  it.each<[string, unknown, string]>([
    [
      "a missing service account",
      { trustedServiceAccountEmail: undefined },
      `'trustedServiceAccountEmail' is required: it must be the e-mail address of a service account, without 'serviceAccount:'${EXAMPLE}`,
    ],
    [
      "everyone as the service account",
      { trustedServiceAccountEmail: "allUsers" },
      `'trustedServiceAccountEmail' must be the e-mail address of a service account, got: "allUsers"${EXAMPLE}`,
    ],
    ["the name of a provider", { provider: "google" }, `'provider' must be a GoogleProvider, got: "google"`],
    [
      "a property of the key, which it does not have",
      { createKey: true },
      `"createKey" is not a known property; known are provider, projectId, accountId, trustedServiceAccountEmail`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = gcpStack();
    expect(refusal(() => create(stack, "finops", props as Partial<GcpImpersonatedIdentityProps>))).toBe(
      `GcpImpersonatedIdentity at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("refuses an account ID that is already in use in the project", () => {
    const stack = gcpStack();
    new GcpIdentity(stack, "one", { projectId: PROJECT, accountId: "finops" });
    create(stack, "two", { accountId: "finops" });
    expect(problemsOf(stack)).toBe(
      `[billing] GcpImpersonatedIdentity at billing/two: 'accountId' must be unique, got: "finops", which billing/one already uses for its service account; choose another`,
    );
  });
});

describe("preconditions for unresolved tokens", () => {
  it("check the trusted service account before it can get tokens", () => {
    const stack = gcpStack();
    const { stringValue } = new TerraformVariable(stack, "reader", { type: "string" });
    create(stack, "finops", { trustedServiceAccountEmail: stringValue });
    const template = Template.of(stack);
    const { precondition } = template.resource("google_service_account").lifecycle as {
      precondition: { condition: string; error_message: string }[];
    };
    const must = "GcpImpersonatedIdentity at billing/finops: 'trustedServiceAccountEmail' must";
    expect(precondition.map(({ error_message }) => error_message)).toEqual([
      `${must} be the e-mail address of a service account, without 'serviceAccount:'.`,
      `${must} be a dedicated service account, not one that Google created, which can often edit the whole project.`,
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
