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
import { GROUP, HOME, ocidOf, ociStack, TENANCY } from "../support/oci";
import { problemsOf, refusal, resolved, Template } from "../support/template";

const EMAIL = "finops-platform@acme.com";

const synth = (props: Partial<OciExistingGroupProps> = {}): Template => {
  const stack = ociStack();
  OciIdentity.fromGroup(stack, "finops", { ...HOME, groupOcid: GROUP, userEmail: EMAIL, ...props });
  return Template.of(stack);
};

describe("an existing group", () => {
  const stack = ociStack();
  const identity = OciIdentity.fromGroup(stack, "finops", { ...HOME, groupOcid: GROUP, userEmail: EMAIL });
  const template = Template.of(stack);
  const user = `\${${template.address("oci_identity_user")}.id}`;
  const group = resolved(stack, (identity.group as OciDataIdentityGroup).groupId);

  it("is read, and gets a new user with an API key; nothing else about it changes", () => {
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

  it("gets a user that can have API keys and no other credentials", () => {
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

  it("is named in policies by the OCID from its data source, so that a wrong OCID stops the plan", () => {
    expect(group).toMatch(/^\$\{data\.oci_identity_group\.\w+\.group_id\}$/);
    expect(resolved(stack, identity.policySubject)).toBe(`group id ${String(group)}`);
    expect(resolved(stack, identity.groupName)).toMatch(/^\$\{data\.oci_identity_group\.\w+\.name\}$/);
  });

  it("must be active", () => {
    expect(template.data("oci_identity_group").lifecycle).toEqual({
      postcondition: [
        {
          condition: '${(self.state == "ACTIVE")}',
          error_message: "OciIdentity.fromGroup at billing/finops: the group must be active.",
        },
      ],
    });
  });

  it("causes a warning that all of its members get the permissions", () => {
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      "All members of the group get the permissions that this program grants, too: review the members first.",
    ]);
    expect(identity.manualSteps).toEqual([]);
  });

  it("gets a user with the name and the tags", () => {
    expect(
      synth({ userName: "platform@acme", definedTags: { "a.b": "c" } }).resource("oci_identity_user"),
    ).toMatchObject({
      name: "platform@acme",
      defined_tags: { "a.b": "c" },
    });
  });

  it("can be combined with an existing key pair", () => {
    const { publicKey } = rsaKey();
    const withKey = synth({ publicKeyPem: publicKey });
    expect(withKey.resource("oci_identity_api_key").key_value).toBe(publicKey.trim());
    expect(withKey.resourceTypes).not.toHaveProperty("tls_private_key");
  });

  it("is read with the provider that is passed, which also creates the other resources", () => {
    const other = ociStack();
    const provider = new OciProvider(other, "parent", { region: HOME.homeRegion, alias: "parent" });
    const tlsProvider = new TlsProvider(other, "keys", { alias: "keys" });
    OciIdentity.fromGroup(other, "finops", { ...HOME, groupOcid: GROUP, userEmail: EMAIL, provider, tlsProvider });
    const otherTemplate = Template.of(other);
    const types = ["user", "user_capabilities_management", "user_group_membership", "api_key"];
    expect(types.map((type) => otherTemplate.resource(`oci_identity_${type}`).provider)).toEqual(
      types.map(() => "oci.parent"),
    );
    expect(otherTemplate.data("oci_identity_group").provider).toBe("oci.parent");
    expect(otherTemplate.resource("tls_private_key").provider).toBe("tls.keys");
  });
});

describe("preconditions for unresolved tokens", () => {
  it("are on the user, before it becomes a member of the group", () => {
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

describe("validation of an existing group", () => {
  it.each<[string, unknown, string]>([
    [
      "the name of a group",
      { groupOcid: "readers" },
      `'groupOcid' must be the OCID of a group, got: "readers"; for example "ocid1.group.oc1..aaaaaaaa…"`,
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
      "a tenancy of a realm other than the region's",
      { tenancyOcid: ocidOf("tenancy", "a", "oc2") },
      `'tenancyOcid' must be of the realm oc1, like 'homeRegion' "us-ashburn-1", got: "${ocidOf("tenancy", "a", "oc2")}", which is of oc2`,
    ],
    [
      "a missing e-mail address",
      { userEmail: undefined },
      `'userEmail' is required: it must be an e-mail address; for example "finops-platform@acme.com"`,
    ],
    [
      "members, because the members of an existing group do not change",
      { members: {} },
      `"members" is not a known property; known are tenancyOcid, homeRegion, realm, provider, freeformTags, definedTags, groupOcid, userEmail, userName, publicKeyPem, rsaBits, privateKeyFormat, tlsProvider`,
    ],
  ])("refuses %s", (_, props, problem) => {
    expect(refusal(() => synth(props as Partial<OciExistingGroupProps>))).toBe(
      `OciIdentity.fromGroup at billing/finops: ${problem}`,
    );
  });

  it("refuses a user name that is taken in the tenancy, but accepts one group for two users", () => {
    const stack = ociStack();
    const create = (id: string, userName: string, userEmail: string): unknown =>
      OciIdentity.fromGroup(stack, id, { ...HOME, groupOcid: GROUP, userName, userEmail });
    create("one", "platform", EMAIL);
    create("other", "other", "other@acme.com");
    expect(problemsOf(stack)).toBe("");
    create("two", "Platform", "two@acme.com");
    expect(problemsOf(stack)).toBe(
      `[billing] OciIdentity.fromGroup at billing/two: 'userName' must be unique, got: "Platform", which billing/one already uses for its user; choose another`,
    );
  });
});
