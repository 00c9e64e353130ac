import { GcpIdentity, type GcpIdentityProps } from "cdktf-finops/gcp";
import { TerraformStack, Testing } from "cdktf";
import { type Construct } from "constructs";
import { gcpStack, PROJECT } from "../support/gcp";
import { certificate } from "../support/keys";
import { refusal, Template } from "../support/template";

const EMAIL = `finops@${PROJECT}.iam.gserviceaccount.com`;

const make = (scope: Construct, id: string, props: Partial<GcpIdentityProps> = {}): GcpIdentity =>
  new GcpIdentity(scope, id, { projectId: PROJECT, keyPolicyException: true, ...props });

/** Addresses of the exceptions from the organization's policies. */
const exceptionsIn = (template: Template): string[] =>
  template.addresses.filter((address) => address.startsWith("google_org_policy_policy."));

const exception = (constraint: string): unknown => ({
  name: `projects/${PROJECT}/policies/${constraint}`,
  parent: `projects/${PROJECT}`,
  spec: { rules: [{ enforce: "FALSE" }] },
  // On which is checked what Terraform alone knows of the project.
  depends_on: [expect.stringMatching(/^google_service_account[.]finops_/)],
});

const lifted = (what: string): string =>
  `For all of the project, policies of the organization that refuse keys are lifted (iam.disableServiceAccountKey${what}, ` +
  `iam.managed.disableServiceAccountKey${what}). ` +
  "A person's login needs 'userProjectOverride' and 'billingProject' of the " +
  "provider for that. It can take a quarter of an hour to be known: if the key is refused until " +
  "then, deploy again. Once the key is there, it goes on without: set 'keyPolicyException' to false.";

describe.each<[string, string, Partial<GcpIdentityProps>]>([
  ["that Google makes", "Creation", {}],
  ["that is uploaded", "Upload", { certificatePem: certificate({ name: "one" }) }],
])("the exception for a key %s", (_, what, props) => {
  const stack = gcpStack();
  const identity = make(stack, "finops", props);
  const template = Template.of(stack);

  it("is from both constraints, the older and the managed one, in the project alone", () => {
    expect(template.resources("google_org_policy_policy")).toEqual([
      exception(`iam.disableServiceAccountKey${what}`),
      exception(`iam.managed.disableServiceAccountKey${what}`),
    ]);
  });

  it("is there before the key", () => {
    expect(exceptionsIn(template)).toHaveLength(2);
    expect(template.resource("google_service_account_key").depends_on).toEqual([
      template.address("google_service_account"),
      ...exceptionsIn(template),
    ]);
  });

  it("needs one more API", () => {
    expect(identity.requiredServices).toEqual(["orgpolicy"]);
  });

  it("is warned of at synth, instead of the policies", () => {
    const warnings = identity.node.metadata.map(({ data }) => data as string);
    expect(warnings.filter((text) => !text.startsWith("Manual step"))).toEqual([lifted(what)]);
  });
});

describe("the exception for a key that a person creates", () => {
  it("is from the constraints on keys that Google makes", () => {
    const stack = gcpStack();
    make(stack, "finops", { createKey: false });
    expect(Template.of(stack).resources("google_org_policy_policy")).toEqual([
      exception("iam.disableServiceAccountKeyCreation"),
      exception("iam.managed.disableServiceAccountKeyCreation"),
    ]);
  });
});

describe("the exception for a service account that is there already", () => {
  it("is the same", () => {
    const stack = gcpStack();
    const props = { projectId: PROJECT, serviceAccountEmail: EMAIL, keyPolicyException: true };
    const identity = GcpIdentity.fromServiceAccount(stack, "finops", props);
    const template = Template.of(stack);
    const [account = ""] = template.addresses.filter((address) => address.startsWith("data."));
    expect(template.resource("google_service_account_key").depends_on).toEqual([account, ...exceptionsIn(template)]);
    expect(exceptionsIn(template)).toHaveLength(2);
    expect(identity.requiredServices).toEqual(["orgpolicy"]);
    expect(identity.node.metadata.map(({ data }) => data as string)).toContain(lifted("Creation"));
  });
});

describe("without the exception", () => {
  it.each([undefined, false])("nothing of the organization's policies is touched (%s)", (keyPolicyException) => {
    const stack = gcpStack();
    make(stack, "finops", { keyPolicyException });
    const template = Template.of(stack);
    expect(exceptionsIn(template)).toEqual([]);
    expect(template.resource("google_service_account_key").depends_on).toEqual([
      template.address("google_service_account"),
    ]);
  });
});

describe("the exception of a project", () => {
  it("is in one place of a program, because taking down one would undo the other's", () => {
    const app = Testing.app();
    make(new TerraformStack(app, "first"), "one");
    const second = new TerraformStack(app, "second");
    expect(refusal(() => make(second, "two"))).toBe(
      `GcpIdentity at second/two: 'keyPolicyException' must be unique in the program, got: "${PROJECT}", which first/one already uses for its ` +
        "exception for keys (creation); set it in one of them",
    );
    expect(() => make(second, "three", { keyPolicyException: false })).not.toThrow();
  });

  it("is not set for a service account that is there already, either, where another has it", () => {
    const stack = gcpStack();
    make(stack, "one");
    const props = { projectId: PROJECT, serviceAccountEmail: EMAIL, keyPolicyException: true };
    expect(refusal(() => GcpIdentity.fromServiceAccount(stack, "two", props))).toBe(
      `GcpIdentity.fromServiceAccount at billing/two: 'keyPolicyException' must be unique in the program, got: "${PROJECT}", which billing/one already ` +
        "uses for its exception for keys (creation); set it in one of them",
    );
  });

  it("is another for uploaded keys, and in another project", () => {
    const stack = gcpStack();
    make(stack, "one");
    expect(() => make(stack, "two", { certificatePem: certificate({ name: "one" }) })).not.toThrow();
    expect(() => make(stack, "three", { projectId: "acme-other" })).not.toThrow();
  });
});
