import { GcpIdentity, type GcpIdentityProps } from "cdktf-finops/gcp";
import { App, TerraformStack } from "cdktf";
import { type Construct } from "constructs";
import { gcpStack, PROJECT } from "../support/gcp";
import { certificate } from "../support/keys";
import { problemsOf, Template } from "../support/template";

const EMAIL = `finops@${PROJECT}.iam.gserviceaccount.com`;

const create = (scope: Construct, id: string, props: Partial<GcpIdentityProps> = {}): GcpIdentity =>
  new GcpIdentity(scope, id, { projectId: PROJECT, keyPolicyException: true, ...props });

/** Addresses of the policies that exempt the project from the organization policies. */
const exceptionsOf = (template: Template): string[] =>
  template.addresses.filter((address) => address.startsWith("google_org_policy_policy."));

const exceptionFrom = (constraint: string): unknown => ({
  name: `projects/${PROJECT}/policies/${constraint}`,
  parent: `projects/${PROJECT}`,
  spec: { rules: [{ enforce: "FALSE" }] },
  // Its preconditions check the project if it is an unresolved token.
  depends_on: [expect.stringMatching(/^google_service_account[.]finops_/)],
});

const exceptionWarning = (policy: string): string =>
  `The whole project is exempt from the organization policies that refuse keys (iam.disableServiceAccountKey${policy}, ` +
  `iam.managed.disableServiceAccountKey${policy}). With a person's login, the provider needs 'userProjectOverride' and ` +
  "'billingProject' for that. The exception can take 15 minutes to take effect: if the key is refused until then, deploy " +
  "again. The key stays valid without the exception: once it exists, set 'keyPolicyException' to false.";

describe.each<[string, string, Partial<GcpIdentityProps>]>([
  ["that Google creates", "Creation", {}],
  ["that is uploaded", "Upload", { certificatePem: certificate({ name: "one" }) }],
])("the exception for a key %s", (_, policy, props) => {
  const stack = gcpStack();
  const identity = create(stack, "finops", props);
  const template = Template.of(stack);

  it("applies to both constraints, the older and the managed one, in the project only", () => {
    expect(template.resources("google_org_policy_policy")).toEqual([
      exceptionFrom(`iam.disableServiceAccountKey${policy}`),
      exceptionFrom(`iam.managed.disableServiceAccountKey${policy}`),
    ]);
  });

  it("is created before the key", () => {
    expect(exceptionsOf(template)).toHaveLength(2);
    expect(template.resource("google_service_account_key").depends_on).toEqual([
      template.address("google_service_account"),
      ...exceptionsOf(template),
    ]);
  });

  it("requires an additional API", () => {
    expect(identity.requiredServices).toEqual(["orgpolicy"]);
  });

  it("is a warning at synthesis, in place of the one about the organization policies", () => {
    const warnings = identity.node.metadata.map(({ data }) => data as string);
    expect(warnings.filter((text) => !text.startsWith("Manual step"))).toEqual([exceptionWarning(policy)]);
  });
});

describe("the exception for a key that a person creates", () => {
  it("applies to the constraints for keys that Google creates", () => {
    const stack = gcpStack();
    create(stack, "finops", { createKey: false });
    expect(Template.of(stack).resources("google_org_policy_policy")).toEqual([
      exceptionFrom("iam.disableServiceAccountKeyCreation"),
      exceptionFrom("iam.managed.disableServiceAccountKeyCreation"),
    ]);
  });
});

describe("the exception for an existing service account", () => {
  it("is the same", () => {
    const stack = gcpStack();
    const props = { projectId: PROJECT, serviceAccountEmail: EMAIL, keyPolicyException: true };
    const identity = GcpIdentity.fromServiceAccount(stack, "finops", props);
    const template = Template.of(stack);
    const [account = ""] = template.addresses.filter((address) => address.startsWith("data."));
    expect(template.resource("google_service_account_key").depends_on).toEqual([account, ...exceptionsOf(template)]);
    expect(exceptionsOf(template)).toHaveLength(2);
    expect(identity.requiredServices).toEqual(["orgpolicy"]);
    expect(identity.node.metadata.map(({ data }) => data as string)).toContain(exceptionWarning("Creation"));
  });
});

describe("an identity without the exception", () => {
  it.each([undefined, false])("creates no policies (%s)", (keyPolicyException) => {
    const stack = gcpStack();
    create(stack, "finops", { keyPolicyException });
    const template = Template.of(stack);
    expect(exceptionsOf(template)).toEqual([]);
    expect(template.resource("google_service_account_key").depends_on).toEqual([
      template.address("google_service_account"),
    ]);
  });
});

describe("the exception of a project", () => {
  const clash = (part: string): string =>
    `[billing] ${part}: 'keyPolicyException' must be unique in the program, got: "${PROJECT}", which billing/one already uses for its ` +
    "exception for keys (creation); set it in one of them";

  it("can be set only once in a program, because destroying one would undo the other", () => {
    const stack = gcpStack();
    const other = new TerraformStack(App.of(stack), "other");
    create(stack, "one");
    create(other, "without", { keyPolicyException: false });
    expect(problemsOf(stack)).toBe("");
    create(other, "two");
    expect(problemsOf(stack)).toBe(clash("GcpIdentity at other/two"));
    stack.node.tryRemoveChild("one");
    expect(problemsOf(stack)).toBe("");
  });

  it("can be set only once for an existing service account, too", () => {
    const stack = gcpStack();
    create(stack, "one");
    const props = { projectId: PROJECT, serviceAccountEmail: EMAIL, keyPolicyException: true };
    GcpIdentity.fromServiceAccount(stack, "two", props);
    expect(problemsOf(stack)).toBe(clash("GcpIdentity.fromServiceAccount at billing/two"));
  });

  it("can be set again for uploaded keys, and in another project", () => {
    const stack = gcpStack();
    create(stack, "one");
    create(stack, "two", { certificatePem: certificate({ name: "one" }) });
    create(stack, "three", { projectId: "acme-other" });
    expect(problemsOf(stack)).toBe("");
  });
});
