import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import {
  type OciDataIdentityGroup,
  type OciExistingGroupProps,
  OciIdentity,
  OciIdentityUser,
  OciProvider,
} from "cdktf-finops/oci";
import { TerraformVariable } from "cdktf";
import { rsaKey } from "../support/keys";
import { GROUP, HOME, ocidOf, ociStack, TENANCY, USER } from "../support/oci";
import { refusal, resolved, Template } from "../support/template";

const EMAIL = "finops-platform@acme.com";

const synth = (props: Partial<OciExistingGroupProps> = {}): Template => {
  const stack = ociStack();
  OciIdentity.fromGroup(stack, "finops", { ...HOME, groupOcid: GROUP, userEmail: EMAIL, ...props });
  return Template.of(stack);
};

describe("a group that is there already", () => {
  const stack = ociStack();
  const identity = OciIdentity.fromGroup(stack, "finops", { ...HOME, groupOcid: GROUP, userEmail: EMAIL });
  const template = Template.of(stack);
  const user = `\${${template.address("oci_identity_user")}.id}`;
  const group = resolved(stack, (identity.group as OciDataIdentityGroup).groupId);

  it("is read, and gets a new user with a key: nothing else of the group is changed", () => {
    expect(template.resourceTypes).toEqual({
      oci_identity_user: 1,
      oci_identity_user_capabilities_management: 1,
      oci_identity_user_group_membership: 1,
      oci_identity_api_key: 1,
      tls_private_key: 1,
    });
    expect(template.data("oci_identity_group")).toMatchObject({ group_id: GROUP });
    expect(template.resource("oci_identity_user_group_membership")).toMatchObject({ group_id: group, user_id: user });
  });

  it("gets a user that can have API keys and nothing else", () => {
    expect(template.resource("oci_identity_user")).toEqual({
      compartment_id: TENANCY,
      name: "billing-finops",
      email: EMAIL,
      description: "The FinOps platform, by API key",
    });
    expect(template.resource("oci_identity_user_capabilities_management")).toEqual({
      user_id: user,
      can_use_api_keys: true,
      can_use_auth_tokens: false,
      can_use_console_password: false,
      can_use_customer_secret_keys: false,
      can_use_smtp_credentials: false,
    });
    expect(identity.node.defaultChild).toBeInstanceOf(OciIdentityUser);
    expect(resolved(stack, identity.userOcid)).toBe(user);
  });

  it("is named in policies by its OCID, as Oracle knows it, so that a wrong one stops the plan", () => {
    expect(group).toMatch(/^\$\{data\.oci_identity_group\.\w+\.group_id\}$/);
    expect(resolved(stack, identity.policySubject)).toBe(`group id ${String(group)}`);
    expect(resolved(stack, identity.groupName)).toMatch(/^\$\{data\.oci_identity_group\.\w+\.name\}$/);
  });

  it("has to be active", () => {
    expect(template.data("oci_identity_group").lifecycle).toEqual({
      postcondition: [
        {
          condition: '${(self.state == "ACTIVE")}',
          error_message: "OciIdentity.fromGroup at billing/finops: the group must be active.",
        },
      ],
    });
  });

  it("is warned of, as everyone in it gets what the platform gets", () => {
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      "All members of the group get the permissions that this program grants, too: review the members first.",
    ]);
    expect(identity.manualSteps).toEqual([]);
  });

  it("gets a user of that name and those tags", () => {
    expect(
      synth({ userName: "platform@acme", definedTags: { "a.b": "c" } }).resource("oci_identity_user"),
    ).toMatchObject({
      name: "platform@acme",
      defined_tags: { "a.b": "c" },
    });
  });

  it("may get the public half of a key pair that is there already", () => {
    const { publicKey } = rsaKey();
    const made = synth({ publicKeyPem: publicKey });
    expect(made.resource("oci_identity_api_key").key_value).toBe(publicKey.trim());
    expect(made.resourceTypes).not.toHaveProperty("tls_private_key");
  });

  it("is read by the provider passed, which makes the rest", () => {
    const other = ociStack();
    const provider = new OciProvider(other, "parent", { region: HOME.homeRegion, alias: "parent" });
    const tlsProvider = new TlsProvider(other, "keys", { alias: "keys" });
    OciIdentity.fromGroup(other, "finops", { ...HOME, groupOcid: GROUP, userEmail: EMAIL, provider, tlsProvider });
    const made = Template.of(other);
    const types = ["user", "user_capabilities_management", "user_group_membership", "api_key"];
    expect(types.map((type) => made.resource(`oci_identity_${type}`).provider)).toEqual(types.map(() => "oci.parent"));
    expect(made.data("oci_identity_group").provider).toBe("oci.parent");
    expect(made.resource("tls_private_key").provider).toBe("tls.keys");
  });
});

describe("what Terraform fills in", () => {
  it("is checked on the user, before the user gets into the group", () => {
    const stack = ociStack();
    const groupOcid = new TerraformVariable(stack, "group", { type: "string" }).stringValue;
    OciIdentity.fromGroup(stack, "finops", { ...HOME, groupOcid, userEmail: EMAIL });
    const template = Template.of(stack);
    expect(template.resource("oci_identity_user").lifecycle).toMatchObject({
      precondition: [
        {
          condition: '${can(regex("^[a-z0-9._-]*$", var.group))}',
          error_message: "OciIdentity.fromGroup at billing/finops: 'groupOcid' must be the OCID of a group.",
        },
        {},
        {},
      ],
    });
    expect(template.data("oci_identity_group")).toMatchObject({ group_id: "${var.group}" });
  });
});

describe("what it refuses", () => {
  it.each<[string, unknown, string]>([
    [
      "a group by name",
      { groupOcid: "readers" },
      `'groupOcid' must be the OCID of a group, got: "readers"; for example "ocid1.group.oc1..aaaaaaaa…"`,
    ],
    [
      "a user as group",
      { groupOcid: USER },
      `'groupOcid' must be the OCID of a group, got: "${USER}"; for example "ocid1.group.oc1..aaaaaaaa…"`,
    ],
    [
      "a dynamic group",
      { groupOcid: ocidOf("dynamicgroup") },
      `'groupOcid' must be the OCID of a group, got: "${ocidOf("dynamicgroup").slice(0, 80)}"… (84 characters); for example "ocid1.group.oc1..aaaaaaaa…"`,
    ],
    [
      "a group of another realm",
      { groupOcid: ocidOf("group", "a", "oc2") },
      `'groupOcid' must be of the realm oc1, like 'homeRegion' "us-ashburn-1", got: "${ocidOf("group", "a", "oc2")}", which is of oc2`,
    ],
    [
      "a weak key",
      { publicKeyPem: rsaKey(1024).publicKey },
      "'publicKeyPem' must be an RSA public key of 2048 bits or more, got: one of 1024 bits",
    ],
    [
      "a tenancy of another realm than its home region",
      { tenancyOcid: ocidOf("tenancy", "a", "oc2") },
      `'tenancyOcid' must be of the realm oc1, like 'homeRegion' "us-ashburn-1", got: "${ocidOf("tenancy", "a", "oc2")}", which is of oc2`,
    ],
    [
      "no e-mail address",
      { userEmail: undefined },
      `'userEmail' is required: it must be an e-mail address; for example "finops-platform@acme.com"`,
    ],
    [
      "members, who are nobody's business but the group's",
      { members: {} },
      `"members" is not a known property; known are tenancyOcid, homeRegion, realm, provider, freeformTags, definedTags, groupOcid, userEmail, userName, publicKeyPem, rsaBits, privateKeyFormat, tlsProvider`,
    ],
  ])("is %s", (_, props, problem) => {
    expect(refusal(() => synth(props as Partial<OciExistingGroupProps>))).toBe(
      `OciIdentity.fromGroup at billing/finops: ${problem}`,
    );
  });

  it("is a user that another has in the tenancy, but not the same group", () => {
    const stack = ociStack();
    const make = (id: string, userName: string, userEmail: string): unknown =>
      OciIdentity.fromGroup(stack, id, { ...HOME, groupOcid: GROUP, userName, userEmail });
    make("one", "platform", EMAIL);
    expect(refusal(() => make("two", "Platform", "two@acme.com"))).toBe(
      `OciIdentity.fromGroup at billing/two: 'userName' must be unique, got: "Platform", which billing/one already uses for its user; choose another`,
    );
    expect(() => make("two", "other", "two@acme.com")).not.toThrow();
  });
});
