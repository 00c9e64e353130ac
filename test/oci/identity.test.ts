import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { OciDomainIdentity, OciIdentity, type OciIdentityProps, OciProvider } from "cdktf-finops/oci";
import { TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { type Construct, type IConstruct } from "constructs";
import { generateKeyPairSync } from "node:crypto";
import { rsaKey } from "../support/keys";
import { COMPARTMENT, GROUP, HOME, ocidOf, ociStack, TENANCY, USER } from "../support/oci";
import { refusal, resolved, Template } from "../support/template";

const EMAIL = "finops-platform@acme.com";
const ALICE = ocidOf("user", "b");
const BOB = ocidOf("user", "c");

/** `OciIdentity` with what it needs at least. */
const make = (scope: Construct, id: string, props: Partial<OciIdentityProps> = {}): OciIdentity =>
  new OciIdentity(scope, id, { ...HOME, userEmail: EMAIL, ...props });

const synth = (props?: Partial<OciIdentityProps>): Template => {
  const stack = ociStack();
  make(stack, "finops", props);
  return Template.of(stack);
};

/** Some bytes as a PEM block of that label, which looks like a key and is none. */
const pem = (label: string, bytes = 600): string => {
  const lines =
    Buffer.alloc(bytes, "finops")
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
};

describe("the identity, with nothing said about it but an e-mail address", () => {
  const stack = ociStack();
  const identity = make(stack, "finops");
  const template = Template.of(stack);
  const user = `\${${template.address("oci_identity_user")}.id}`;
  const group = `\${${template.address("oci_identity_group")}.id}`;

  it("is a user with a key and nothing else to log in by, in a group", () => {
    expect(template.resourceTypes).toEqual({
      oci_identity_user: 1,
      oci_identity_user_capabilities_management: 1,
      oci_identity_group: 1,
      oci_identity_user_group_membership: 1,
      oci_identity_api_key: 1,
      tls_private_key: 1,
    });
    expect(template.resource("oci_identity_user_capabilities_management")).toEqual({
      user_id: user,
      can_use_api_keys: true,
      can_use_auth_tokens: false,
      can_use_console_password: false,
      can_use_customer_secret_keys: false,
      can_use_smtp_credentials: false,
    });
  });

  it("is named after the construct's path, in the root compartment, where users and groups are", () => {
    expect(template.resource("oci_identity_user")).toEqual({
      compartment_id: TENANCY,
      name: "billing-finops",
      email: EMAIL,
      description: "The FinOps platform, by API key",
    });
    expect(template.resource("oci_identity_group")).toMatchObject({
      compartment_id: TENANCY,
      name: "billing-finops",
      description: "May read the cost reports of the tenancy",
    });
  });

  it("has its group made after the user, on which Terraform checks what it fills in", () => {
    expect(template.resource("oci_identity_group").depends_on).toEqual([template.address("oci_identity_user")]);
  });

  it("has nobody in the group but the user", () => {
    expect(template.resource("oci_identity_user_group_membership")).toMatchObject({ group_id: group, user_id: user });
  });

  it("gives the user nothing before all but API keys is switched off", () => {
    const capabilities = [template.address("oci_identity_user_capabilities_management")];
    expect(template.resource("oci_identity_user_group_membership").depends_on).toEqual(capabilities);
    expect(template.resource("oci_identity_api_key").depends_on).toEqual(capabilities);
  });

  it("has a key that Terraform makes, whose public half Oracle gets without the line break at its end", () => {
    expect(template.resource("tls_private_key")).toEqual({ algorithm: "RSA", rsa_bits: 2048 });
    expect(template.resource("oci_identity_api_key")).toMatchObject({
      user_id: user,
      key_value: `\${trimspace(${template.address("tls_private_key")}.public_key_pem)}`,
    });
  });

  it("tells who it is, as Oracle knows it", () => {
    expect(resolved(stack, [identity.userOcid, identity.groupName, identity.policySubject])).toEqual([
      user,
      group.replace(".id}", ".name}"),
      `group ${group.replace(".id}", ".name}")}`,
    ]);
    expect(resolved(stack, identity.apiKey.fingerprint)).toBe(
      `\${${template.address("oci_identity_api_key")}.fingerprint}`,
    );
    expect(identity.node.defaultChild).toBe(identity.user);
    expect(identity.tenancyOcid).toBe(TENANCY);
  });

  it("hands over the private half as PKCS#8, as Oracle's console does", () => {
    expect(resolved(stack, identity.apiKey.privateKeyPem)).toBe(
      `\${${template.address("tls_private_key")}.private_key_pem_pkcs8}`,
    );
  });

  it("leaves nothing to do by hand, and is allowed nothing", () => {
    expect([identity.manualSteps, identity.permissions, identity.limitations]).toEqual([[], [], []]);
    expect(identity.node.metadata).toEqual([]);
  });
});

describe("the identity, as told", () => {
  const template = synth({
    userName: "finops+reader@acme",
    groupName: "FinOps_readers.1",
    freeformTags: { team: "finops", "Kosten/stelle": "Überbau 7" },
    definedTags: { "Operations.CostCenter": "42" },
    rsaBits: 4096,
    members: { alice: ALICE, bob: BOB },
  });

  it("has those names", () => {
    expect(template.resource("oci_identity_user")).toMatchObject({ name: "finops+reader@acme" });
    expect(template.resource("oci_identity_group")).toMatchObject({ name: "FinOps_readers.1" });
  });

  it("has those tags, user and group", () => {
    const tags = {
      freeform_tags: { team: "finops", "Kosten/stelle": "Überbau 7" },
      defined_tags: { "Operations.CostCenter": "42" },
    };
    expect(template.resource("oci_identity_user")).toMatchObject(tags);
    expect(template.resource("oci_identity_group")).toMatchObject(tags);
  });

  it("has a key of that length", () => {
    expect(template.resource("tls_private_key")).toMatchObject({ rsa_bits: 4096 });
  });

  it("has the responsible people in the group, beside the user", () => {
    const group = `\${${template.address("oci_identity_group")}.id}`;
    expect(template.resources("oci_identity_user_group_membership")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ group_id: group, user_id: `\${${template.address("oci_identity_user")}.id}` }),
        { group_id: group, user_id: ALICE },
        { group_id: group, user_id: BOB },
      ]),
    );
    expect(template.resources("oci_identity_user_group_membership")).toHaveLength(3);
  });

  it("has an address in Terraform's state for each of them that others do not change", () => {
    const addresses = (members: Record<string, string>): string[] =>
      synth({ members }).addresses.filter((address) => address.includes("member_alice"));
    expect(addresses({ alice: ALICE })).toHaveLength(1);
    expect(addresses({ bob: BOB, alice: ALICE })).toEqual(addresses({ alice: ALICE }));
  });

  it("may hand over the private half as PKCS#1", () => {
    const stack = ociStack();
    const { apiKey } = make(stack, "finops", { privateKeyFormat: "PKCS1" });
    expect(resolved(stack, apiKey.privateKeyPem)).toBe(
      `\${${Template.of(stack).address("tls_private_key")}.private_key_pem}`,
    );
  });
});

describe("an identity whose key pair is there already", () => {
  const { publicKey } = rsaKey();

  // Without a TLS provider, which is needed for a new pair only.
  const stack = new TerraformStack(Testing.app(), "billing");
  new OciProvider(stack, "oci", { region: HOME.homeRegion });
  const identity = make(stack, "finops", { publicKeyPem: publicKey });
  const template = Template.of(stack);

  it("gets its public half only, so that no state has the private one", () => {
    expect(template.resourceTypes).not.toHaveProperty("tls_private_key");
    expect(template.resource("oci_identity_api_key")).toMatchObject({
      user_id: `\${${template.address("oci_identity_user")}.id}`,
      key_value: publicKey.trim(),
    });
    expect(identity.apiKey.privateKeyPem).toBeUndefined();
    expect(identity.apiKey.privateKey).toBeUndefined();
  });

  it("leaves the private half as a manual step, with the fingerprint, told at synth", () => {
    expect(resolved(stack, identity.manualSteps)).toEqual([
      {
        key: "upload_private_key",
        title: "Upload the private key file of the key pair to the platform",
        why: "The program has the public key only: Terraform never handles the private key.",
        link: "https://docs.oracle.com/en-us/iaas/Content/API/Concepts/apisigningkey.htm",
        values: { Fingerprint: `\${${template.address("oci_identity_api_key")}.fingerprint}` },
        check: "openssl rsa -in <private key file> -pubout -outform DER | openssl md5 -c prints the same fingerprint.",
      },
    ]);
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      "Manual step: Upload the private key file of the key pair to the platform. The program has the public key only: " +
        "Terraform never handles the private key. See https://docs.oracle.com/en-us/iaas/Content/API/Concepts/apisigningkey.htm",
    ]);
  });

  it.each<[string, string]>([
    ["by Windows", publicKey.replaceAll("\n", "\r\n")],
    ["without a line break at the end", publicKey.trim()],
    ["with blanks around it", `\n  ${publicKey}  \n`],
    ["with a mark of byte order before it", `\ufeff${publicKey}`],
  ])("gets the same key from a file %s", (_, publicKeyPem) => {
    expect(synth({ publicKeyPem }).resource("oci_identity_api_key").key_value).toBe(publicKey.trim());
  });

  it("may have a longer key", () => {
    expect(() => synth({ publicKeyPem: rsaKey(3072).publicKey })).not.toThrow();
  });
});

describe("an identity by other providers", () => {
  it("is made by them, all of it", () => {
    const stack = ociStack();
    const provider = new OciProvider(stack, "parent", { region: HOME.homeRegion, alias: "parent" });
    const tlsProvider = new TlsProvider(stack, "keys", { alias: "keys" });
    make(stack, "finops", { provider, tlsProvider, members: { alice: ALICE } });
    const { resource } = Template.of(stack).json as {
      resource: Record<string, Record<string, { provider?: string }>>;
    };
    const used = Object.entries(resource).flatMap(([type, blocks]) =>
      Object.values(blocks).map((block) => [type.split("_")[0], block.provider].join(" ")),
    );
    expect(used.sort()).toEqual([...Array<string>(6).fill("oci oci.parent"), "tls tls.keys"]);
  });

  it("needs one of the stack's for the key, too", () => {
    const stack = new TerraformStack(Testing.app(), "billing");
    new OciProvider(stack, "oci", { region: HOME.homeRegion });
    new TlsProvider(stack, "keys", { alias: "keys" });
    make(stack, "finops");
    expect(refusal(() => Template.of(stack))).toContain(
      "[billing/finops] all TLS providers of the stack have an alias; pass the one to use as 'tlsProvider'",
    );
  });
});

describe("the OCI provider of an identity", () => {
  const email = { ...HOME, userEmail: EMAIL };
  it.each<[string, (stack: TerraformStack) => IConstruct]>([
    ["a new one", (stack) => make(stack, "finops")],
    ["one in a domain", (stack) => new OciDomainIdentity(stack, "finops", { ...email, domainName: "FinOps" })],
    ["a user that is there", (stack) => OciIdentity.fromUser(stack, "finops", { ...HOME, userOcid: USER })],
    ["a group that is there", (stack) => OciIdentity.fromGroup(stack, "finops", { ...email, groupOcid: GROUP })],
    [
      "a member that is there",
      (stack) => OciIdentity.fromMember(stack, "finops", { ...HOME, userOcid: USER, groupOcid: GROUP }),
    ],
  ])("has to work in the home region, for %s", (_, add) => {
    const stack = ociStack("eu-frankfurt-1");
    add(stack);
    expect(refusal(() => Template.of(stack))).toContain(
      "[billing/finops] the OCI provider must work in the tenancy's home region, the only one in which IAM can be changed, got: " +
        `region "eu-frankfurt-1" and 'homeRegion' "us-ashburn-1"; pass a provider of the home region as 'provider'`,
    );
  });
});

describe("the identity's properties, at their widest", () => {
  const host = `${[63, 63, 63, 56].map((length) => "a".repeat(length)).join(".")}.com`;

  it.each<[string, Partial<OciIdentityProps>]>([
    ["a user name of 100 characters of all kinds", { userName: "aZ9._+@-xx".repeat(10) }],
    ["a group name of 100 characters of all kinds", { groupName: "aZ9._-xxxx".repeat(10) }],
    ["names of one character", { userName: "u", groupName: "g" }],
    ["an address of all kinds of characters", { userEmail: "o'brien.x_y+z-1@mail-1.acme.example" }],
    ["an address of 254 characters", { userEmail: `a@${host}` }],
    [
      "250 members",
      { members: Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`m-_${i}`, `ocid1.user.oc1..u${i}`])) },
    ],
    ["a member of a name of 64 characters", { members: { ["x".repeat(64)]: ALICE } }],
    ["no members and no tags", { members: {}, freeformTags: {}, definedTags: {} }],
    [
      "10 free-form tags of all kinds of characters",
      {
        freeformTags: Object.fromEntries(
          Array.from({ length: 10 }, (_, i) => [`${i}!"#$%&'()*+,-/:;<=>?@[\\]^_\`{|}~`, "финопс, $ 1"]),
        ),
      },
    ],
    [
      "64 defined tags, as long as they may be",
      {
        definedTags: Object.fromEntries(
          Array.from({ length: 64 }, (_, i) => [`${"n".repeat(100)}.${i}${"k".repeat(98)}`, "v".repeat(256)]),
        ),
      },
    ],
  ])("may be %s", (_, props) => {
    expect(() => synth(props)).not.toThrow();
  });
});

describe("what the identity refuses", () => {
  const { publicKey, privateKey } = rsaKey();
  const notEmail = (got: string): string =>
    `'userEmail' must be an e-mail address, got: ${JSON.stringify(got)}; for example "finops-platform@acme.com"`;
  const keyFile =
    '; for example readFileSync("finops_public.pem", "utf8"), made by: openssl rsa -in <private key file> -pubout';

  it.each<[string, unknown, string]>([
    [
      "no e-mail address",
      { userEmail: undefined },
      `'userEmail' is required: it must be an e-mail address; for example "finops-platform@acme.com"`,
    ],
    ["a name for an e-mail address", { userEmail: "finops" }, notEmail("finops")],
    ["an address with a display name", { userEmail: "FinOps <a@acme.com>" }, notEmail("FinOps <a@acme.com>")],
    ["an address without a host", { userEmail: "finops@" }, notEmail("finops@")],
    ["an address of a host without a domain", { userEmail: "finops@localhost" }, notEmail("finops@localhost")],
    ["an address with two @", { userEmail: "a@b@acme.com" }, notEmail("a@b@acme.com")],
    ["an address with two dots in a row", { userEmail: "a..b@acme.com" }, notEmail("a..b@acme.com")],
    ["an address that begins with a dot", { userEmail: ".a@acme.com" }, notEmail(".a@acme.com")],
    ["an address of a host that begins with a dash", { userEmail: "a@-acme.com" }, notEmail("a@-acme.com")],
    ["an address in another script", { userEmail: "финопс@acme.com" }, notEmail("финопс@acme.com")],
    ["an address with quotes", { userEmail: '"a"@acme.com' }, notEmail('"a"@acme.com')],
    ["an address that Terraform would evaluate", { userEmail: "${x}@acme.com" }, notEmail("${x}@acme.com")],
    ["an address with a line break", { userEmail: "a@acme.com\n" }, notEmail("a@acme.com\n")],
    [
      "an address too long",
      { userEmail: `${"a".repeat(246)}@acme.com` },
      `'userEmail' must be at most 254 characters long, got: "${"a".repeat(80)}"… (255 characters); for example "finops-platform@acme.com"`,
    ],
    [
      "a user name with spaces",
      { userName: "fin ops" },
      `'userName' must be letters, digits and -._+@, got: "fin ops"; for example "finops-platform"`,
    ],
    [
      "a user name too long",
      { userName: "x".repeat(101) },
      `'userName' must be 1-100 characters long, got: "${"x".repeat(80)}"… (101 characters); for example "finops-platform"`,
    ],
    [
      "an empty user name",
      { userName: "" },
      `'userName' must be 1-100 characters long, got: ""; for example "finops-platform"`,
    ],
    [
      "a group name that would end the quotes of a statement",
      { groupName: "a' to manage all-resources in tenancy" },
      `'groupName' must be letters, digits and ._-, got: "a' to manage all-resources in tenancy"; for example "finops-platform"`,
    ],
    [
      "a group name with a domain",
      { groupName: "'FinOps'/'readers'" },
      `'groupName' must be letters, digits and ._-, got: "'FinOps'/'readers'"; for example "finops-platform"`,
    ],
    [
      "a group name with a line break",
      { groupName: "finops\n" },
      `'groupName' must be letters, digits and ._-, got: "finops\\n"; for example "finops-platform"`,
    ],
    [
      "a group name in another script",
      { groupName: "финопс" },
      `'groupName' must be letters, digits and ._-, got: "финопс"; for example "finops-platform"`,
    ],
    [
      "a group name with an @, which users may have",
      { groupName: "finops@acme" },
      `'groupName' must be letters, digits and ._-, got: "finops@acme"; for example "finops-platform"`,
    ],
    [
      "a group name too long",
      { groupName: "x".repeat(101) },
      `'groupName' must be 1-100 characters long, got: "${"x".repeat(80)}"… (101 characters); for example "finops-platform"`,
    ],
    [
      "a user as tenancy",
      { tenancyOcid: USER },
      `'tenancyOcid' must be the OCID of a tenancy, got: "${USER}"; for example "ocid1.tenancy.oc1..aaaaaaaa…"`,
    ],
    [
      "a compartment as tenancy",
      { tenancyOcid: COMPARTMENT },
      `'tenancyOcid' must be the OCID of a tenancy, got: "${COMPARTMENT.slice(0, 80)}"… (83 characters); for example "ocid1.tenancy.oc1..aaaaaaaa…"`,
    ],
    [
      "an OCID in capital letters",
      { tenancyOcid: TENANCY.toUpperCase() },
      `'tenancyOcid' must be the OCID of a tenancy, got: "${TENANCY.toUpperCase()}"; for example "ocid1.tenancy.oc1..aaaaaaaa…"`,
    ],
    [
      "an OCID with something behind it",
      { tenancyOcid: `${TENANCY} ` },
      `'tenancyOcid' must be the OCID of a tenancy, got: "${TENANCY} "; for example "ocid1.tenancy.oc1..aaaaaaaa…"`,
    ],
    [
      "a tenancy of another realm than the region's",
      { tenancyOcid: ocidOf("tenancy", "a", "oc3") },
      `'tenancyOcid' must be of the realm oc1, like 'homeRegion' "us-ashburn-1", got: "${ocidOf("tenancy", "a", "oc3")}", which is of oc3`,
    ],
    [
      "a region by its key",
      { homeRegion: "IAD" },
      `'homeRegion' must be the identifier of a region, such as us-ashburn-1, got: "IAD"; for example "us-ashburn-1"`,
    ],
    [
      "a region that is a token, which decides about the realm",
      { homeRegion: Token.asString({ ref: "x" }) },
      "'homeRegion' must be the identifier of a region, such as us-ashburn-1, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "a region that there is not, as far as is known",
      { homeRegion: "us-asburn-1" },
      `'homeRegion' must be an OCI region, got: "us-asburn-1", which this library does not know; if the region is newer than the library, also set 'realm'`,
    ],
    [
      "a realm that is not the region's",
      { realm: "oc2" },
      `'realm' must be "oc1", the realm of us-ashburn-1, got: "oc2"; leave it out`,
    ],
    ["a realm that is none", { realm: "OC1" }, `'realm' must be 'oc' and a number, got: "OC1"; for example "oc1"`],
    [
      "a tenancy of another realm than what is told of a newer region",
      { homeRegion: "eu-newtown-1", realm: "oc77" },
      `'tenancyOcid' must be of the realm oc77, like 'homeRegion' "eu-newtown-1", got: "${TENANCY}", which is of oc1`,
    ],
    [
      "a group among the members",
      { members: { alice: GROUP } },
      `the value of "alice" in 'members' must be the OCID of a user, got: "${GROUP}"`,
    ],
    [
      "a member by e-mail address",
      { members: { alice: "alice@acme.com" } },
      `the value of "alice" in 'members' must be the OCID of a user, got: "alice@acme.com"`,
    ],
    [
      "a member of another realm",
      { members: { alice: ocidOf("user", "b", "oc2") } },
      `'members' must be of the realm oc1, like 'homeRegion' "us-ashburn-1", got: "${ocidOf("user", "b", "oc2")}", which is of oc2`,
    ],
    [
      "a member under two names",
      { members: { alice: ALICE, bob: BOB, ally: ALICE } },
      `'members' must name each user once, got: the same one for "alice" and "ally"`,
    ],
    [
      "members whose names differ in letter case only",
      { members: { alice: ALICE, Alice: BOB } },
      `'members' must not have keys that differ in letter case only, got: "alice" and "Alice"`,
    ],
    [
      "a member whose name no address can have",
      { members: { "alice@acme.com": ALICE } },
      `a key of 'members' must be 1-64 letters, digits, '_' and '-', got: "alice@acme.com"; for example { alice: "ocid1.user.oc1..aaaaaaaa…" }`,
    ],
    [
      "members without names",
      { members: [ALICE] },
      `'members' must be an object whose values are strings, got: a list of 1; for example { alice: "ocid1.user.oc1..aaaaaaaa…" }`,
    ],
    [
      "members that Terraform alone would know",
      { members: Token.asStringMap({ ref: "x" }) },
      "'members' must be an object whose values are strings, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "more members than a group may well have",
      { members: Object.fromEntries(Array.from({ length: 251 }, (_, i) => [`m${i}`, `ocid1.user.oc1..u${i}`])) },
      "'members' must have at most 250 keys, got: 251",
    ],
    [
      "a free-form tag with a dot",
      { freeformTags: { "cost.center": "42" } },
      `a key of 'freeformTags' must be 1-100 printable ASCII characters, no space and no dot, got: "cost.center"; for example { team: "finops" }`,
    ],
    [
      "a free-form tag with a space",
      { freeformTags: { "cost center": "42" } },
      `a key of 'freeformTags' must be 1-100 printable ASCII characters, no space and no dot, got: "cost center"; for example { team: "finops" }`,
    ],
    [
      "a free-form tag in another script",
      { freeformTags: { équipe: "42" } },
      `a key of 'freeformTags' must be 1-100 printable ASCII characters, no space and no dot, got: "équipe"; for example { team: "finops" }`,
    ],
    [
      "a free-form tag without a name",
      { freeformTags: { "": "42" } },
      `a key of 'freeformTags' must be 1-100 printable ASCII characters, no space and no dot, got: ""; for example { team: "finops" }`,
    ],
    [
      "a free-form tag of a name too long",
      { freeformTags: { ["k".repeat(101)]: "42" } },
      `a key of 'freeformTags' must be 1-100 printable ASCII characters, no space and no dot, got: "${"k".repeat(80)}"… (101 characters); for example { team: "finops" }`,
    ],
    [
      "a tag that Terraform would evaluate",
      { freeformTags: { "${var.x}": "42" } },
      `a key of 'freeformTags' must be 1-100 printable ASCII characters, no space and no dot, got: "\${var.x}"; for example { team: "finops" }`,
    ],
    [
      "a tag that Terraform would take for a template",
      { freeformTags: { "%{x}": "42" } },
      `a key of 'freeformTags' must not have '\${' or '%{' in it, which Terraform would evaluate, got: "%{x}"; for example { team: "finops" }`,
    ],
    [
      "the value of a tag that Terraform would evaluate",
      { freeformTags: { team: "${var.x}" } },
      `the value of "team" in 'freeformTags' must not have '\${' or '%{' in it, which Terraform would evaluate, got: "\${var.x}"`,
    ],
    [
      "the value of a tag too long",
      { freeformTags: { team: "x".repeat(257) } },
      `the value of "team" in 'freeformTags' must be at most 256 characters long, got: "${"x".repeat(80)}"… (257 characters)`,
    ],
    [
      "more free-form tags than Oracle keeps",
      { freeformTags: Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`t${i}`, ""])) },
      "'freeformTags' must have at most 10 keys, got: 11",
    ],
    [
      "a defined tag without a namespace",
      { definedTags: { CostCenter: "42" } },
      `a key of 'definedTags' must be a namespace and a key with a dot between them, each 1-100 printable ASCII characters without a space, got: "CostCenter"; for example { "Operations.CostCenter": "42" }`,
    ],
    [
      "a defined tag with two dots",
      { definedTags: { "Operations.Cost.Center": "42" } },
      `a key of 'definedTags' must be a namespace and a key with a dot between them, each 1-100 printable ASCII characters without a space, got: "Operations.Cost.Center"; for example { "Operations.CostCenter": "42" }`,
    ],
    [
      "defined tags as objects within objects",
      { definedTags: { Operations: { CostCenter: "42" } } },
      `a key of 'definedTags' must be a namespace and a key with a dot between them, each 1-100 printable ASCII characters without a space, got: "Operations"; for example { "Operations.CostCenter": "42" }`,
    ],
    [
      "the value of a defined tag that Terraform would evaluate",
      { definedTags: { "a.b": "%{ if true }" } },
      `the value of "a.b" in 'definedTags' must not have '\${' or '%{' in it, which Terraform would evaluate, got: "%{ if true }"`,
    ],
    [
      "more defined tags than Oracle keeps",
      { definedTags: Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`a.t${i}`, ""])) },
      "'definedTags' must have at most 64 keys, got: 65",
    ],
    ["a short key", { rsaBits: 1024 }, "'rsaBits' must be a whole number from 2048 to 4096, got: 1024"],
    ["a key too long", { rsaBits: 8192 }, "'rsaBits' must be a whole number from 2048 to 4096, got: 8192"],
    [
      "another form of key",
      { privateKeyFormat: "pkcs8" },
      `'privateKeyFormat' must be one of PKCS8, PKCS1, got: "pkcs8"`,
    ],
    ["something else as provider", { provider: { region: "x" } }, "'provider' must be an OciProvider, got: an object"],
    ["something else as TLS provider", { tlsProvider: {} }, "'tlsProvider' must be a TlsProvider, got: an object"],
    [
      "the length of a new key beside one that is there already",
      { publicKeyPem: publicKey, rsaBits: 2048 },
      "'rsaBits' must be left out when 'publicKeyPem' is passed: it is for a new key pair only",
    ],
    [
      "the form of a new key beside one that is there already",
      { publicKeyPem: publicKey, privateKeyFormat: "PKCS8" },
      "'privateKeyFormat' must be left out when 'publicKeyPem' is passed: it is for a new key pair only",
    ],
    ["an unknown property", { email: EMAIL }, `"email" is not a known property; did you mean 'userEmail'?`],
    [
      "a property nearly right",
      { publicKeyPEM: privateKey },
      `"publicKeyPEM" is not a known property; did you mean 'publicKeyPem'?`,
    ],
  ])("is %s", (_, props, problem) => {
    const stack = ociStack();
    const message = refusal(() => make(stack, "finops", props as OciIdentityProps));
    expect(message).toBe(`OciIdentity at billing/finops: ${problem}`);
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  const encrypted = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "finops" },
  }).privateKey;
  const halves = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const privateOnly = "be the public half of the key pair; a private key must never be in a program";
  const publicOnly = "be a public key as PEM, from '-----BEGIN PUBLIC KEY-----' to '-----END PUBLIC KEY-----'";

  it.each<[string, string, string]>([
    ["the private key, as PKCS#8", privateKey, privateOnly],
    ["the private key, as PKCS#1", halves.privateKey.export({ type: "pkcs1", format: "pem" }).toString(), privateOnly],
    ["the private key, encrypted", encrypted, privateOnly],
    ["the private key, as OpenSSH writes it", pem("OPENSSH PRIVATE KEY"), privateOnly],
    ["a private key of another kind", pem("EC PRIVATE KEY"), privateOnly],
    ["both halves in one", publicKey + privateKey, privateOnly],
    ["the private key without its first line", privateKey.split("\n").slice(1).join("\n"), privateOnly],
    ["the private key without its first and last line", privateKey.split("\n").slice(1, -2).join("\n"), publicOnly],
    ["the public key in PKCS#1", halves.publicKey.export({ type: "pkcs1", format: "pem" }).toString(), publicOnly],
    ["a certificate", pem("CERTIFICATE"), publicOnly],
    ["the public key as OpenSSH writes it", `ssh-rsa ${"A".repeat(372)} finops@acme`, publicOnly],
    ["the name of a file", "finops_public.pem", publicOnly],
    ["a public key with \\n for line breaks", publicKey.replaceAll("\n", "\\n"), publicOnly],
    ["two public keys", publicKey + rsaKey(2048, "two").publicKey, publicOnly],
    ["a public key without its end", publicKey.slice(0, 300), publicOnly],
    ["an empty text", "", publicOnly],
    ["a huge text", pem("PUBLIC KEY", 100_000), "be at most 8192 characters long"],
  ])("is %s for the public key, none of which is shown", (_, publicKeyPem, must) => {
    const stack = ociStack();
    const message = refusal(() => make(stack, "finops", { publicKeyPem }));
    expect(message).toBe(
      `OciIdentity at billing/finops: 'publicKeyPem' must ${must}, got: ${publicKeyPem.length} characters, which are not shown${keyFile}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  const spki = { type: "spki", format: "pem" } as const;
  const lines = publicKey.split("\n");
  it.each<[string, string, string]>([
    ["of 1024 bits", rsaKey(1024).publicKey, "one of 1024 bits"],
    [
      "of an elliptic curve",
      generateKeyPairSync("ec", { namedCurve: "prime256v1" }).publicKey.export(spki).toString(),
      "a key of the type ec",
    ],
    ["of Ed25519", generateKeyPairSync("ed25519").publicKey.export(spki).toString(), "a key of the type ed25519"],
    [
      "for RSA-PSS only",
      generateKeyPairSync("rsa-pss", { modulusLength: 2048 }).publicKey.export(spki).toString(),
      "a key of the type rsa-pss",
    ],
    [
      "of which a line is lost",
      [...lines.slice(0, 3), ...lines.slice(4)].join("\n"),
      "PEM that holds no public key; was all of it copied?",
    ],
    ["that is none", pem("PUBLIC KEY"), "PEM that holds no public key; was all of it copied?"],
  ])("is a public key %s", (_, publicKeyPem, got) => {
    const stack = ociStack();
    expect(refusal(() => make(stack, "finops", { publicKeyPem }))).toBe(
      `OciIdentity at billing/finops: 'publicKeyPem' must be an RSA public key of 2048 bits or more, got: ${got}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("is a public key that Terraform alone would know", () => {
    expect(refusal(() => make(ociStack(), "finops", { publicKeyPem: Token.asString({ ref: "x" }) }))).toBe(
      `OciIdentity at billing/finops: 'publicKeyPem' must ${privateOnly}, got: a token; what is created depends on it, so pass the value itself`,
    );
  });

  it("is the TLS provider for a new key beside one that is there already", () => {
    const stack = ociStack();
    const tlsProvider = new TlsProvider(stack, "keys", { alias: "keys" });
    expect(refusal(() => make(stack, "finops", { publicKeyPem: publicKey, tlsProvider }))).toBe(
      "OciIdentity at billing/finops: 'tlsProvider' must be left out when 'publicKeyPem' is passed: it is for a new key pair only",
    );
  });

  it("is a path that makes too long a name, unless it is given one", () => {
    const id = "x".repeat(100);
    const problem = `must be 1-100 characters long, got: "billing-${"x".repeat(72)}"… (108 characters); for example "finops-platform"; this default is derived from the construct's path, so set`;
    expect(refusal(() => make(ociStack(), id))).toBe(
      [
        `OciIdentity at billing/${id}: 2 problems`,
        `  - 'groupName' ${problem} 'groupName'`,
        `  - 'userName' ${problem} 'userName'`,
      ].join("\n"),
    );
    expect(() => make(ociStack(), id, { userName: "finops", groupName: "finops" })).not.toThrow();
  });

  it("is told of all at once", () => {
    expect(refusal(() => make(ociStack(), "finops", { userEmail: "x", rsaBits: 1, groupName: " " }))).toMatch(
      /^OciIdentity at billing\/finops: 3 problems\n/,
    );
  });
});

describe("a home region that is newer than the library", () => {
  it("is accepted with its realm", () => {
    const stack = ociStack("eu-newtown-1");
    make(stack, "finops", { homeRegion: "eu-newtown-1", realm: "oc1" });
    expect(() => Template.of(stack)).not.toThrow();
  });

  it("is accepted in a realm of its own", () => {
    const stack = ociStack("eu-newtown-1");
    const tenancyOcid = ocidOf("tenancy", "a", "oc77");
    make(stack, "finops", { homeRegion: "eu-newtown-1", realm: "oc77", tenancyOcid });
    expect(Template.of(stack).resource("oci_identity_user")).toMatchObject({ compartment_id: tenancyOcid });
  });

  it("may have its realm told where that is known", () => {
    expect(() => synth({ realm: "oc1" })).not.toThrow();
  });
});

describe("names that are unique in a tenancy", () => {
  const refused = (property: string, name: string, kind: string): string =>
    `'${property}' must be unique, got: "${name}", which billing/one already uses for its ${kind}; choose another`;

  it("are those of users and groups, and the addresses of users, whatever the letter case", () => {
    const stack = ociStack();
    make(stack, "one", { userName: "finops-user", groupName: "finops" });
    expect(
      refusal(() =>
        make(stack, "two", { userName: "FinOps-User", groupName: "FINOPS", userEmail: EMAIL.toUpperCase() }),
      ),
    ).toBe(
      [
        "OciIdentity at billing/two: 3 problems",
        `  - ${refused("groupName", "FINOPS", "group")}`,
        `  - ${refused("userName", "FinOps-User", "user")}`,
        `  - ${refused("userEmail", "FINOPS-PLATFORM@ACME.COM", "user's address")}`,
      ].join("\n"),
    );
    expect(stack.node.tryFindChild("two")).toBeUndefined();
  });

  it("are taken in the whole program, because stacks may be about one tenancy", () => {
    const app = Testing.app();
    make(new TerraformStack(app, "first"), "one");
    expect(refusal(() => make(new TerraformStack(app, "second"), "two"))).toBe(
      `OciIdentity at second/two: 'userEmail' must be unique, got: "${EMAIL}", which first/one already uses for its user's address; choose another`,
    );
  });

  it("are free in another tenancy, and in an identity domain", () => {
    const stack = ociStack();
    const names = { userName: "finops", groupName: "finops" };
    make(stack, "one", names);
    expect(() => make(stack, "two", { ...names, tenancyOcid: ocidOf("tenancy", "b") })).not.toThrow();
    expect(
      () => new OciDomainIdentity(stack, "three", { ...HOME, ...names, userEmail: EMAIL, domainName: "FinOps" }),
    ).not.toThrow();
  });

  it("may be the same for a user and a group, and for one's name and another's address", () => {
    const stack = ociStack();
    make(stack, "one", { userName: "finops", groupName: "finops" });
    expect(() => make(stack, "two", { userName: EMAIL, userEmail: "two@acme.com" })).not.toThrow();
  });
});

describe("what Terraform fills in", () => {
  const stack = ociStack();
  const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
  const bits = new TerraformVariable(stack, "bits", { type: "number" });
  make(stack, "finops", {
    tenancyOcid: variable("tenancy"),
    userName: variable("user"),
    groupName: `finops-${variable("group")}`,
    userEmail: variable("email"),
    rsaBits: bits.numberValue,
    members: { alice: variable("alice") },
    freeformTags: { team: variable("team") },
  });
  const template = Template.of(stack);

  it("is checked on the user, by the rules that hold for literals", () => {
    const { precondition } = template.resource("oci_identity_user").lifecycle as {
      precondition: { condition: string; error_message: string }[];
    };
    const told = precondition.map(({ error_message }) => error_message);
    const at = "OciIdentity at billing/finops: ";
    expect(new Set(told)).toEqual(
      new Set([
        `${at}'tenancyOcid' must be the OCID of a tenancy.`,
        `${at}'tenancyOcid' must be at most 255 characters long.`,
        `${at}'userName' must be letters, digits and -._+@.`,
        `${at}'userName' must be 1-100 characters long.`,
        `${at}'groupName' must be letters, digits and ._-.`,
        `${at}'groupName' must be 1-100 characters long.`,
        `${at}'groupName' must not be 'id' or 'to', which are keywords of policy statements.`,
        `${at}'userEmail' must be an e-mail address.`,
        `${at}'userEmail' must be at most 254 characters long.`,
        `${at}'rsaBits' must be a whole number from 2048 to 4096.`,
      ]),
    );
    expect(precondition.map(({ condition }) => condition)).toEqual(
      expect.arrayContaining([
        '${can(regex("^[A-Za-z0-9._-]*$", join("", ["finops-", var.group])))}',
        '${can(regex("^ocid1[.](tenancy)[.]oc[0-9]{1,3}[.][a-z0-9-]*[.][a-z0-9]+$", var.tenancy))}',
        "${((var.bits >= 2048) && (var.bits <= 4096))}",
      ]),
    );
  });

  it("is checked on the membership where it is a member", () => {
    const members = template.resources("oci_identity_user_group_membership");
    const { lifecycle } = members.find(({ user_id }) => user_id === "${var.alice}") as {
      lifecycle: { precondition: { error_message: string }[] };
    };
    expect(lifecycle.precondition.map(({ error_message }) => error_message)).toContain(
      "OciIdentity at billing/finops: 'alice' of 'members' must be the OCID of a user.",
    );
  });

  it("does not get into the group before that", () => {
    expect(template.resource("oci_identity_group")).toMatchObject({
      name: "finops-${var.group}",
      freeform_tags: { team: "${var.team}" },
      depends_on: [template.address("oci_identity_user")],
    });
  });

  it("may be a member", () => {
    const members = template.resources("oci_identity_user_group_membership").map(({ user_id }) => user_id);
    expect(members).toContain("${var.alice}");
  });

  it("is not checked where the user is known at synth", () => {
    expect(synth().resource("oci_identity_user")).not.toHaveProperty("lifecycle");
  });
});

describe("an OCID that looks cut off", () => {
  it("is warned of, because Oracle may change their length", () => {
    const identity = make(ociStack(), "finops", { tenancyOcid: TENANCY.slice(0, -3) });
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      "'tenancyOcid' has 57 characters in its last part, but Oracle's OCIDs have 60: was all of it copied?",
    ]);
  });
});
