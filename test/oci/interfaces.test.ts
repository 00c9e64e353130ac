import {
  type IOciBillingExport,
  type IOciIdentity,
  OciIdentityGroup,
  OciIntegration,
  OciProvider,
} from "cdktf-finops/oci";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Construct } from "constructs";
import { HOME, ociStack, TENANCY, USER } from "../support/oci";
import { refusal, Template } from "../support/template";

/** A user of another program, in a new group. */
class OwnIdentity extends Construct implements IOciIdentity {
  readonly finopsInterface = "IOciIdentity";
  readonly permissions = [];
  readonly manualSteps = [];
  readonly limitations = ["The identity is managed elsewhere."];
  readonly userOcid = USER;
  readonly fingerprint = "aa:bb";
  readonly fieldValues = {};
  readonly group = new OciIdentityGroup(this, "group", { compartmentId: TENANCY, name: "own", description: "Own" });
  readonly groupName = "own";
  readonly policySubject = "group own";
  readonly tenancyOcid = TENANCY;
}

/** Reports in another bucket. */
class OwnBillingExport extends Construct implements IOciBillingExport {
  readonly finopsInterface = "IOciBillingExport";
  readonly permissions = [];
  readonly manualSteps = [];
  readonly limitations = [];
  readonly namespace = "own";
  readonly bucketName = "own-bucket";
  readonly region = HOME.homeRegion;
  readonly tenancyOcid = TENANCY;
  readonly usageReportTenancyOcid = TENANCY;
  readonly preconditions = [];
}

const SUBJECT = "be a group: group <name>, group '<domain>'/'<name>' or group id <OCID>";

describe("your own implementation", () => {
  it("of an identity and a billing export is accepted by an integration", () => {
    const stack = ociStack();
    const integration = new OciIntegration(stack, "finops", {
      ...HOME,
      identity: new OwnIdentity(stack, "identity"),
      billingExport: new OwnBillingExport(stack, "export"),
    });
    const template = Template.of(stack);
    expect(template.resourceTypes).toEqual({ oci_identity_group: 1, oci_identity_policy: 1 });
    expect(template.resource("oci_identity_policy")).toMatchObject({
      statements: [`define tenancy usage-report as ${TENANCY}`, expect.stringContaining("endorse group own to read")],
      lifecycle: { replace_triggered_by: [`${template.address("oci_identity_group")}.id`] },
    });
    expect(template.output("finops_usage_report_bucket").value).toBe("own-bucket");
    expect(integration.limitations).toEqual(["The identity is managed elsewhere."]);
  });

  it("must be complete, or is refused by the members that it lacks", () => {
    const stack = ociStack();
    const incomplete = Object.assign(new OwnIdentity(stack, "identity"), { group: undefined, fingerprint: undefined });
    const identity = incomplete as unknown as IOciIdentity;
    expect(refusal(() => new OciIntegration(stack, "finops", { ...HOME, identity }))).toBe(
      "OciIntegration at billing/finops: 'identity' must be an IOciIdentity, got: the IOciIdentity at billing/identity whose 'fingerprint' is " +
        "missing, 'group' is missing; for example new OciIdentity(…), new OciDomainIdentity(…), OciIdentity.fromUser(…), .fromGroup(…) or .fromMember(…)",
    );
  });

  it("is refused if its group is no resource, or in another stack", () => {
    const stack = ociStack();
    const other = ociStack();
    const group = new OciIdentityGroup(other, "group", { compartmentId: TENANCY, name: "own", description: "Own" });
    const refused = (id: string, members: object): string =>
      refusal(() => {
        const identity = Object.assign(new OwnIdentity(stack, id), members);
        new OciIntegration(stack, "finops", { ...HOME, identity });
      });
    expect(refused("plain", { group: { name: "own" } })).toContain(
      "whose 'group' is an object (it must be a resource or a data source)",
    );
    expect(refused("other", { group })).toContain(
      "'identity' must be in the stack of the construct, got: billing/group",
    );
  });

  it("is refused if the literal beginning of its policy subject is no group", () => {
    const stack = ociStack();
    const name = new TerraformVariable(stack, "name", { type: "string" }).stringValue;
    const policySubject = `any-user to manage all-resources in tenancy where request.x ${name}`;
    const identity = Object.assign(new OwnIdentity(stack, "own"), { policySubject });
    expect(refusal(() => new OciIntegration(stack, "finops", { ...HOME, identity }))).toContain(`(it must ${SUBJECT})`);
  });

  it("is refused with a literal as a private key, without showing it", () => {
    const stack = ociStack();
    const fieldValues = { private_key_pem: "hunter2" };
    const identity = Object.assign(new OwnIdentity(stack, "own"), { fieldValues });
    const message = refusal(() => new OciIntegration(stack, "finops", { ...HOME, identity }));
    expect(message).toContain("whose 'fieldValues' is an object with a literal as 'private_key_pem' (it must");
    expect(message).not.toContain("hunter2");
  });

  it.each([
    ["policySubject", "any-user", SUBJECT],
    ["tenancyOcid", USER, "be the OCID of a tenancy"],
  ] as const)("is refused if its '%s' is invalid, which would reach a policy", (member, value, must) => {
    const stack = ociStack();
    const identity = Object.assign(new OwnIdentity(stack, "own"), { [member]: value });
    expect(refusal(() => new OciIntegration(stack, "finops", { ...HOME, identity }))).toContain(
      `whose '${member}' is "${value}" (it must ${must})`,
    );
  });

  it("is refused with the default provider of another stack", () => {
    const stack = ociStack();
    const provider = new OciProvider(new TerraformStack(Testing.app(), "other"), "provider", {
      region: "us-ashburn-1",
    });
    const identity = Object.assign(new OwnIdentity(stack, "identity"), { provider });
    new OciIntegration(stack, "finops", { ...HOME, identity });
    expect(refusal(() => Template.of(stack))).toContain(
      "[billing] billing/finops/access: 'provider' must be in the stack of the construct, got: other/provider; create it in billing",
    );
  });

  it.each<[string, string, unknown]>([
    ["userOcid", "identity", "*"],
    ["provider", "identity", {}],
    ["tenancyOcid", "billingExport", USER],
    ["usageReportTenancyOcid", "billingExport", USER],
  ])("is refused by the name of an invalid member: %s of the %s", (member, property, value) => {
    const stack = ociStack();
    const parts = {
      identity: new OwnIdentity(stack, "identity"),
      billingExport: new OwnBillingExport(stack, "billingExport"),
    };
    const part = Object.assign(parts[property as keyof typeof parts], { [member]: value });
    expect(refusal(() => new OciIntegration(stack, "finops", { ...HOME, [property]: part } as never))).toContain(
      `'${property}' must be an ${part.finopsInterface}, got: the ${part.finopsInterface} at ${part.node.path} whose '${member}' is `,
    );
  });
});
