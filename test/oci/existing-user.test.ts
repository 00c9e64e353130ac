import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { OciDataIdentityUser, type OciExistingUserProps, OciIdentity, OciProvider } from "cdktf-finops/oci";
import { App, TerraformStack, TerraformVariable } from "cdktf";
import { type Construct } from "constructs";
import { createHash, createPublicKey } from "node:crypto";
import { rsaKey } from "../support/keys";
import { GROUP, HOME, ocidOf, ociStack, TENANCY, USER } from "../support/oci";
import { problemsOf, refusal, resolved, Template } from "../support/template";

const ALICE = ocidOf("user", "b");

const create = (
  scope: Construct,
  id: string,
  props: Partial<OciExistingUserProps> = {},
): ReturnType<typeof OciIdentity.fromUser> => OciIdentity.fromUser(scope, id, { ...HOME, userOcid: USER, ...props });

const synth = (props?: Partial<OciExistingUserProps>): Template => {
  const stack = ociStack();
  create(stack, "finops", props);
  return Template.of(stack);
};

describe("an existing user", () => {
  const stack = ociStack();
  const identity = create(stack, "finops", { members: { alice: ALICE } });
  const template = Template.of(stack);
  const user = resolved(stack, identity.userOcid);
  const group = `\${${template.address("oci_identity_group")}.id}`;

  it("is read, and gets an API key and a group; nothing else about it changes", () => {
    expect(template.resourceTypes).toEqual({
      oci_identity_group: 1,
      oci_identity_user_group_membership: 2,
      oci_identity_api_key: 1,
      tls_private_key: 1,
    });
    expect(template.data("oci_identity_user")).toMatchObject({ user_id: USER });
  });

  it("is referenced by its data source, so that a wrong OCID stops the plan", () => {
    expect(template.resource("oci_identity_api_key")).toMatchObject({ user_id: user });
    expect(template.resources("oci_identity_user_group_membership")).toEqual(
      expect.arrayContaining([
        { group_id: group, user_id: user },
        { group_id: group, user_id: ALICE },
      ]),
    );
    expect(user).toMatch(/^\$\{data\.oci_identity_user\.\w+\.user_id\}$/);
    expect(identity.node.defaultChild).toBeInstanceOf(OciDataIdentityUser);
  });

  it("must be active and able to use API keys", () => {
    expect(template.data("oci_identity_user").lifecycle).toEqual({
      postcondition: [
        {
          condition: '${(self.state == "ACTIVE")}',
          error_message: "OciIdentity.fromUser at billing/finops: the user must be active.",
        },
        {
          condition: "${alltrue(self.capabilities[*].can_use_api_keys)}",
          error_message: "OciIdentity.fromUser at billing/finops: the user must be able to use API keys.",
        },
      ],
    });
  });

  it("is in a new group, which waits for the conditions of the user", () => {
    expect(template.resource("oci_identity_group")).toEqual({
      compartment_id: TENANCY,
      name: "billing-finops",
      description: "May read the cost reports of the tenancy",
      depends_on: [expect.stringMatching(/^data\.oci_identity_user\.\w+$/)],
    });
    expect(resolved(stack, identity.policySubject)).toBe(`group ${group.replace(".id}", ".name}")}`);
    expect(resolved(stack, identity.groupName)).toBe(group.replace(".id}", ".name}"));
  });

  it("causes a warning that the platform inherits its permissions", () => {
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      "The user keeps its existing permissions, and the platform inherits them: review them first.",
    ]);
    expect(identity.manualSteps).toEqual([]);
  });

  it("gets a group with the name and the tags", () => {
    expect(
      synth({ groupName: "readers", freeformTags: { team: "finops" } }).resource("oci_identity_group"),
    ).toMatchObject({ name: "readers", freeform_tags: { team: "finops" } });
  });

  it("is read with the provider that is passed, which also creates the other resources", () => {
    const other = ociStack();
    const provider = new OciProvider(other, "parent", { region: HOME.homeRegion, alias: "parent" });
    const tlsProvider = new TlsProvider(other, "keys", { alias: "keys" });
    create(other, "finops", { provider, tlsProvider });
    const otherTemplate = Template.of(other);
    expect(otherTemplate.data("oci_identity_user").provider).toBe("oci.parent");
    expect(otherTemplate.resource("oci_identity_group").provider).toBe("oci.parent");
    expect(otherTemplate.resource("oci_identity_user_group_membership").provider).toBe("oci.parent");
    expect(otherTemplate.resource("oci_identity_api_key").provider).toBe("oci.parent");
    expect(otherTemplate.resource("tls_private_key").provider).toBe("tls.keys");
  });
});

describe("an existing user with an existing key pair", () => {
  it("gets only the public key, and leaves the private key as a manual step", () => {
    const stack = ociStack();
    const { publicKey } = rsaKey();
    const identity = create(stack, "finops", { publicKeyPem: publicKey });
    const template = Template.of(stack);
    expect(template.resourceTypes).not.toHaveProperty("tls_private_key");
    expect(template.resource("oci_identity_api_key").key_value).toBe(publicKey.trim());
    expect(identity.manualSteps.map(({ key }) => key)).toEqual(["upload_private_key"]);
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      "The user keeps its existing permissions, and the platform inherits them: review them first.",
      expect.stringContaining("Manual step: Upload the private key file of the key pair to the platform."),
    ]);
  });
});

describe("preconditions for unresolved tokens", () => {
  const stack = ociStack();
  const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
  create(stack, "finops", { userOcid: variable("user"), groupName: variable("group") });
  const template = Template.of(stack);

  it("are on the data source of the user, and the group waits for it", () => {
    const { precondition } = template.data("oci_identity_user").lifecycle as {
      precondition: { error_message: string }[];
    };
    const at = "OciIdentity.fromUser at billing/finops: ";
    expect(new Set(precondition.map(({ error_message }) => error_message))).toEqual(
      new Set([
        `${at}'userOcid' must be the OCID of a user.`,
        `${at}'userOcid' must be at most 255 characters long.`,
        `${at}'groupName' must be letters, digits and ._-.`,
        `${at}'groupName' must be 1-100 characters long.`,
        `${at}'groupName' must not be 'id' or 'to', which are keywords of policy statements.`,
      ]),
    );
    expect(template.data("oci_identity_user").lifecycle).toHaveProperty("postcondition");
    expect(template.resource("oci_identity_group").depends_on).toEqual([
      expect.stringMatching(/^data\.oci_identity_user\.\w+$/),
    ]);
  });
});

describe("validation of an existing user", () => {
  it.each<[string, unknown, string]>([
    [
      "the name of a user",
      { userOcid: "finops-platform" },
      `'userOcid' must be the OCID of a user, got: "finops-platform"; for example "ocid1.user.oc1..aaaaaaaa…"`,
    ],
    [
      "a user of another realm",
      { userOcid: ocidOf("user", "a", "oc3") },
      `'userOcid' must be of the realm oc1, like 'homeRegion' "us-ashburn-1", got: "${ocidOf("user", "a", "oc3")}", which is of oc3`,
    ],
    [
      "a member of another realm",
      { members: { alice: ocidOf("user", "b", "oc3") } },
      `'members' must be of the realm oc1, like 'homeRegion' "us-ashburn-1", got: "${ocidOf("user", "b", "oc3")}", which is of oc3`,
    ],
    [
      "the user among the members",
      { members: { alice: ALICE, platform: USER } },
      `'members' must not contain the user of 'userOcid', which is a member anyway, got: that user as "platform"; remove this entry`,
    ],
    [
      "a member under two names",
      { members: { alice: ALICE, ally: ALICE } },
      `'members' must name each user once, got: the same one for "alice" and "ally"`,
    ],
    [
      "an e-mail address, because an existing user has one",
      { userEmail: "a@acme.com" },
      `"userEmail" is not a known property; known are tenancyOcid, homeRegion, realm, provider, freeformTags, definedTags, groupName, members, userOcid, publicKeyPem, rsaBits, privateKeyFormat, tlsProvider`,
    ],
    [
      "a private key as 'publicKeyPem'",
      { publicKeyPem: rsaKey().privateKey },
      `'publicKeyPem' must be the public half of the key pair; a private key must never be in a program, got: ${rsaKey().privateKey.length} characters, which are not shown; for example readFileSync("finops_public.pem", "utf8"), created by: openssl rsa -in <private key file> -pubout`,
    ],
    [
      "a public key that is too short",
      { publicKeyPem: rsaKey(1024).publicKey },
      "'publicKeyPem' must be an RSA public key of 2048 bits or more, got: one of 1024 bits",
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = ociStack();
    expect(refusal(() => create(stack, "finops", props as Partial<OciExistingUserProps>))).toBe(
      `OciIdentity.fromUser at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });
});

describe("the API keys of a user", () => {
  it("are at most three in all stacks of a program together", () => {
    const stack = ociStack();
    const other = new TerraformStack(App.of(stack), "other");
    create(stack, "one");
    OciIdentity.fromMember(stack, "two", { ...HOME, userOcid: USER, groupOcid: GROUP });
    create(other, "three");
    expect(problemsOf(stack)).toBe("");
    create(other, "four");
    expect(problemsOf(stack)).toBe(
      `[billing] OciIdentity.fromUser at other/four: 'userOcid' must have at most 3 API keys in the program, got: 4 for "${USER}", with those of billing/one and 2 more; pass one identity to all integrations, or create a user for each platform`,
    );
  });

  it("are counted per user, without removed constructs", () => {
    const stack = ociStack();
    ["one", "two", "three"].forEach((id) => create(stack, id));
    create(stack, "four", { userOcid: ALICE });
    stack.node.tryRemoveChild("two");
    create(stack, "five");
    expect(problemsOf(stack)).toBe("");
  });

  it("must be different keys", () => {
    const stack = ociStack();
    const { publicKey } = rsaKey();
    const der = createPublicKey(publicKey).export({ type: "spki", format: "der" });
    const fingerprint = createHash("md5")
      .update(der)
      .digest("hex")
      .replace(/..(?!$)/g, "$&:");
    create(stack, "one", { publicKeyPem: publicKey });
    create(stack, "other_key", { publicKeyPem: rsaKey(2048, "two").publicKey });
    create(stack, "other_user", { publicKeyPem: publicKey, userOcid: ALICE });
    expect(problemsOf(stack)).toBe("");
    OciIdentity.fromMember(stack, "two", {
      ...HOME,
      userOcid: USER,
      groupOcid: GROUP,
      publicKeyPem: `\n${publicKey.replaceAll("\n", "\r\n")}`,
    });
    expect(problemsOf(stack)).toBe(
      `[billing] OciIdentity.fromMember at billing/two: 'publicKeyPem' must be unique, got: "${fingerprint}", which billing/one already uses for its API key; create another key pair`,
    );
  });
});
