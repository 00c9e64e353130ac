import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { OciDomainIdentity, OciIdentity, type OciIdentityProps, OciProvider } from "cdktf-finops/oci";
import { App, TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { type Construct, type IConstruct } from "constructs";
import { generateKeyPairSync } from "node:crypto";
import { rsaKey } from "../support/keys";
import { GROUP, HOME, ocidOf, ociStack, TENANCY, USER } from "../support/oci";
import { problemsOf, refusal, resolved, Template } from "../support/template";

const EMAIL = "finops-platform@acme.com";
const ALICE = ocidOf("user", "b");
const BOB = ocidOf("user", "c");

/** Creates an `OciIdentity` with only its required props, unless others are passed. */
const create = (scope: Construct, id: string, props: Partial<OciIdentityProps> = {}): OciIdentity =>
  new OciIdentity(scope, id, { ...HOME, userEmail: EMAIL, ...props });

const synth = (props?: Partial<OciIdentityProps>): Template => {
  const stack = ociStack();
  create(stack, "finops", props);
  return Template.of(stack);
};

/** PEM with this label and arbitrary bytes, which looks like a key but is none. */
const pem = (label: string, bytes = 600): string => {
  const lines =
    Buffer.alloc(bytes, "finops")
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
};

describe("an identity with only its required props", () => {
  const stack = ociStack();
  const identity = create(stack, "finops");
  const template = Template.of(stack);
  const user = `\${${template.address("oci_identity_user")}.id}`;
  const group = `\${${template.address("oci_identity_group")}.id}`;

  it("creates a user that can log in by API key only, in a group", () => {
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

  it("creates user and group in the root compartment, named after the construct's path", () => {
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

  it("creates the group after the user, which has the preconditions for unresolved tokens", () => {
    expect(template.resource("oci_identity_group").depends_on).toEqual([template.address("oci_identity_user")]);
  });

  it("adds only the user to the group", () => {
    expect(template.resource("oci_identity_user_group_membership")).toMatchObject({ group_id: group, user_id: user });
  });

  it("creates membership and API key after the other credentials are disabled", () => {
    const capabilities = [template.address("oci_identity_user_capabilities_management")];
    expect(template.resource("oci_identity_user_group_membership").depends_on).toEqual(capabilities);
    expect(template.resource("oci_identity_api_key").depends_on).toEqual(capabilities);
  });

  it("uploads the public key of a new key pair, without the final line break", () => {
    expect(template.resource("tls_private_key")).toEqual({ algorithm: "RSA", rsa_bits: 2048 });
    expect(template.resource("oci_identity_api_key")).toMatchObject({
      user_id: user,
      key_value: `\${trimspace(${template.address("tls_private_key")}.public_key_pem)}`,
    });
  });

  it("takes user, group and fingerprint from Oracle's resources", () => {
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

  it("returns the private key as PKCS#8, like Oracle's console", () => {
    expect(resolved(stack, identity.apiKey.privateKeyPem)).toBe(
      `\${${template.address("tls_private_key")}.private_key_pem_pkcs8}`,
    );
  });

  it("has no manual steps, permissions, limitations or warnings", () => {
    expect([identity.manualSteps, identity.permissions, identity.limitations]).toEqual([[], [], []]);
    expect(identity.node.metadata).toEqual([]);
  });
});

describe("an identity with all options", () => {
  const template = synth({
    userName: "finops+reader@acme",
    groupName: "FinOps_readers.1",
    freeformTags: { team: "finops", "Kosten/stelle": "Überbau 7" },
    definedTags: { "Operations.CostCenter": "42" },
    rsaBits: 4096,
    members: { alice: ALICE, bob: BOB },
  });

  it("sets the names of user and group", () => {
    expect(template.resource("oci_identity_user")).toMatchObject({ name: "finops+reader@acme" });
    expect(template.resource("oci_identity_group")).toMatchObject({ name: "FinOps_readers.1" });
  });

  it("sets the tags of user and group", () => {
    const tags = {
      freeform_tags: { team: "finops", "Kosten/stelle": "Überbau 7" },
      defined_tags: { "Operations.CostCenter": "42" },
    };
    expect(template.resource("oci_identity_user")).toMatchObject(tags);
    expect(template.resource("oci_identity_group")).toMatchObject(tags);
  });

  it("creates a key of the length", () => {
    expect(template.resource("tls_private_key")).toMatchObject({ rsa_bits: 4096 });
  });

  it("adds the responsible people to the group, beside the user", () => {
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

  it("keeps the address of a member when others are added", () => {
    const addresses = (members: Record<string, string>): string[] =>
      synth({ members }).addresses.filter((address) => address.includes("member_alice"));
    expect(addresses({ alice: ALICE })).toHaveLength(1);
    expect(addresses({ bob: BOB, alice: ALICE })).toEqual(addresses({ alice: ALICE }));
  });

  it("returns the private key as PKCS#1 if that is set", () => {
    const stack = ociStack();
    const { apiKey } = create(stack, "finops", { privateKeyFormat: "PKCS1" });
    expect(resolved(stack, apiKey.privateKeyPem)).toBe(
      `\${${Template.of(stack).address("tls_private_key")}.private_key_pem}`,
    );
  });
});

describe("an identity with an existing key pair", () => {
  const { publicKey } = rsaKey();

  // No TLS provider, because only a new key pair needs one.
  const stack = new TerraformStack(Testing.app(), "billing");
  new OciProvider(stack, "oci", { region: HOME.homeRegion });
  const identity = create(stack, "finops", { publicKeyPem: publicKey });
  const template = Template.of(stack);

  it("uploads only the public key, so that no state has the private key", () => {
    expect(template.resourceTypes).not.toHaveProperty("tls_private_key");
    expect(template.resource("oci_identity_api_key")).toMatchObject({
      user_id: `\${${template.address("oci_identity_user")}.id}`,
      key_value: publicKey.trim(),
    });
    expect(identity.apiKey.privateKeyPem).toBeUndefined();
    expect(identity.apiKey.privateKey).toBeUndefined();
  });

  it("leaves the private key as a manual step with the fingerprint, and warns at synthesis", () => {
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
    ["with Windows line endings", publicKey.replaceAll("\n", "\r\n")],
    ["without a final line break", publicKey.trim()],
    ["with spaces around the key", `\n  ${publicKey}  \n`],
    ["with a byte order mark", `\ufeff${publicKey}`],
  ])("uploads the same key from a file %s", (_, publicKeyPem) => {
    expect(synth({ publicKeyPem }).resource("oci_identity_api_key").key_value).toBe(publicKey.trim());
  });

  it("accepts a longer key", () => {
    expect(() => synth({ publicKeyPem: rsaKey(3072).publicKey })).not.toThrow();
  });
});

describe("an identity with other providers", () => {
  it("creates all resources with them", () => {
    const stack = ociStack();
    const provider = new OciProvider(stack, "parent", { region: HOME.homeRegion, alias: "parent" });
    const tlsProvider = new TlsProvider(stack, "keys", { alias: "keys" });
    create(stack, "finops", { provider, tlsProvider, members: { alice: ALICE } });
    const { resource } = Template.of(stack).json as {
      resource: Record<string, Record<string, { provider?: string }>>;
    };
    const used = Object.entries(resource).flatMap(([type, blocks]) =>
      Object.values(blocks).map((block) => [type.split("_")[0], block.provider].join(" ")),
    );
    expect(used.sort()).toEqual([...Array<string>(6).fill("oci oci.parent"), "tls tls.keys"]);
  });

  it("requires 'tlsProvider' if all TLS providers of the stack have an alias", () => {
    const stack = new TerraformStack(Testing.app(), "billing");
    new OciProvider(stack, "oci", { region: HOME.homeRegion });
    new TlsProvider(stack, "keys", { alias: "keys" });
    create(stack, "finops");
    expect(refusal(() => Template.of(stack))).toContain(
      "[billing] billing/finops: all TLS providers of the stack have an alias; pass the one to use as 'tlsProvider'",
    );
  });
});

describe("the OCI provider of an identity", () => {
  const email = { ...HOME, userEmail: EMAIL };
  it.each<[string, (stack: TerraformStack) => IConstruct]>([
    ["a new user and group", (stack) => create(stack, "finops")],
    ["a domain identity", (stack) => new OciDomainIdentity(stack, "finops", { ...email, domainName: "FinOps" })],
    ["an existing user", (stack) => OciIdentity.fromUser(stack, "finops", { ...HOME, userOcid: USER })],
    ["an existing group", (stack) => OciIdentity.fromGroup(stack, "finops", { ...email, groupOcid: GROUP })],
    [
      "an existing user in an existing group",
      (stack) => OciIdentity.fromMember(stack, "finops", { ...HOME, userOcid: USER, groupOcid: GROUP }),
    ],
  ])("must work in the home region, for %s", (_, add) => {
    const stack = ociStack("eu-frankfurt-1");
    add(stack);
    expect(refusal(() => Template.of(stack))).toContain(
      "[billing] billing/finops: the OCI provider must work in the tenancy's home region, the only one in which IAM can be changed, got: " +
        `region "eu-frankfurt-1" and 'homeRegion' "us-ashburn-1"; pass a provider of the home region as 'provider'`,
    );
  });
});

describe("the limits of the identity's props", () => {
  it.each<[string, Partial<OciIdentityProps>]>([
    [
      "250 members",
      { members: Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`m-_${i}`, `ocid1.user.oc1..u${i}`])) },
    ],
    ["no members and no tags", { members: {}, freeformTags: {}, definedTags: {} }],
    ["10 free-form tags", { freeformTags: Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`t${i}`, ""])) }],
    [
      "64 defined tags of the maximum length",
      {
        definedTags: Object.fromEntries(
          Array.from({ length: 64 }, (_, i) => [`${"n".repeat(100)}.${i}${"k".repeat(98)}`, "v".repeat(256)]),
        ),
      },
    ],
  ])("allow %s", (_, props) => {
    expect(() => synth(props)).not.toThrow();
  });
});

describe("validation of the identity", () => {
  const { publicKey, privateKey } = rsaKey();
  const keyFile =
    '; for example readFileSync("finops_public.pem", "utf8"), created by: openssl rsa -in <private key file> -pubout';

  it.each<[string, unknown, string]>([
    [
      "a missing e-mail address",
      { userEmail: undefined },
      `'userEmail' is required: it must be an e-mail address; for example "finops-platform@acme.com"`,
    ],
    [
      "a group name that would end the quotation in a statement",
      { groupName: "a' to manage all-resources in tenancy" },
      `'groupName' must be letters, digits and ._-, got: "a' to manage all-resources in tenancy"; for example "finops-platform"`,
    ],
    [
      "a tenancy of a realm other than the region's",
      { tenancyOcid: ocidOf("tenancy", "a", "oc3") },
      `'tenancyOcid' must be of the realm oc1, like 'homeRegion' "us-ashburn-1", got: "${ocidOf("tenancy", "a", "oc3")}", which is of oc3`,
    ],
    [
      "an unresolved token as region, which determines the realm",
      { homeRegion: Token.asString({ ref: "x" }) },
      "'homeRegion' must be the identifier of a region, such as us-ashburn-1, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "an unknown region",
      { homeRegion: "us-asburn-1" },
      `'homeRegion' must be an OCI region, got: "us-asburn-1", which this library does not know; if the region is newer than the library, also set 'realm'`,
    ],
    [
      "a realm other than the region's",
      { realm: "oc2" },
      `'realm' must be "oc1", the realm of us-ashburn-1, got: "oc2"; leave it out`,
    ],
    [
      "a tenancy of a realm other than the one set for a newer region",
      { homeRegion: "eu-newtown-1", realm: "oc77" },
      `'tenancyOcid' must be of the realm oc77, like 'homeRegion' "eu-newtown-1", got: "${TENANCY}", which is of oc1`,
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
      "members without names",
      { members: [ALICE] },
      `'members' must be an object whose values are strings, got: a list of 1; for example { alice: "ocid1.user.oc1..aaaaaaaa…" }`,
    ],
    [
      "an unresolved token as members",
      { members: Token.asStringMap({ ref: "x" }) },
      "'members' must be an object whose values are strings, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "more members than the library allows",
      { members: Object.fromEntries(Array.from({ length: 251 }, (_, i) => [`m${i}`, `ocid1.user.oc1..u${i}`])) },
      "'members' must have at most 250 keys, got: 251",
    ],
    [
      "more free-form tags than Oracle allows",
      { freeformTags: Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`t${i}`, ""])) },
      "'freeformTags' must have at most 10 keys, got: 11",
    ],
    [
      "defined tags as nested objects",
      { definedTags: { Operations: { CostCenter: "42" } } },
      `a key of 'definedTags' must be a namespace and a key with a dot between them, each 1-100 printable ASCII characters without a space, got: "Operations"; for example { "Operations.CostCenter": "42" }`,
    ],
    [
      "more defined tags than Oracle allows",
      { definedTags: Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`a.t${i}`, ""])) },
      "'definedTags' must have at most 64 keys, got: 65",
    ],
    [
      "a key length that is too small",
      { rsaBits: 1024 },
      "'rsaBits' must be a whole number from 2048 to 4096, got: 1024",
    ],
    [
      "a key length that is too large",
      { rsaBits: 8192 },
      "'rsaBits' must be a whole number from 2048 to 4096, got: 8192",
    ],
    [
      "an unknown key format",
      { privateKeyFormat: "pkcs8" },
      `'privateKeyFormat' must be one of PKCS8, PKCS1, got: "pkcs8"`,
    ],
    ["another object as provider", { provider: { region: "x" } }, "'provider' must be an OciProvider, got: an object"],
    ["another object as TLS provider", { tlsProvider: {} }, "'tlsProvider' must be a TlsProvider, got: an object"],
    [
      "the length of a new key beside an existing key",
      { publicKeyPem: publicKey, rsaBits: 2048 },
      "'rsaBits' must be left out when 'publicKeyPem' is passed: it is for a new key pair only",
    ],
    [
      "the format of a new key beside an existing key",
      { publicKeyPem: publicKey, privateKeyFormat: "PKCS8" },
      "'privateKeyFormat' must be left out when 'publicKeyPem' is passed: it is for a new key pair only",
    ],
    ["an unknown property", { email: EMAIL }, `"email" is not a known property; did you mean 'userEmail'?`],
    [
      "a property in different letter case",
      { publicKeyPEM: privateKey },
      `"publicKeyPEM" is not a known property; did you mean 'publicKeyPem'?`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = ociStack();
    const message = refusal(() => create(stack, "finops", props as OciIdentityProps));
    expect(message).toBe(`OciIdentity at billing/finops: ${problem}`);
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  const encrypted = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "finops" },
  }).privateKey;
  const keyPair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const privateOnly = "be the public half of the key pair; a private key must never be in a program";
  const publicOnly = "be a public key as PEM, from '-----BEGIN PUBLIC KEY-----' to '-----END PUBLIC KEY-----'";

  it.each<[string, string, string]>([
    ["the private key in PKCS#8 format", privateKey, privateOnly],
    [
      "the private key in PKCS#1 format",
      keyPair.privateKey.export({ type: "pkcs1", format: "pem" }).toString(),
      privateOnly,
    ],
    ["an encrypted private key", encrypted, privateOnly],
    ["the private key in OpenSSH's format", pem("OPENSSH PRIVATE KEY"), privateOnly],
    ["a private key of another type", pem("EC PRIVATE KEY"), privateOnly],
    ["public and private key in one", publicKey + privateKey, privateOnly],
    ["the private key without its first line", privateKey.split("\n").slice(1).join("\n"), privateOnly],
    ["the private key without its first and last line", privateKey.split("\n").slice(1, -2).join("\n"), publicOnly],
    [
      "the public key in PKCS#1 format",
      keyPair.publicKey.export({ type: "pkcs1", format: "pem" }).toString(),
      publicOnly,
    ],
    ["a certificate", pem("CERTIFICATE"), publicOnly],
    ["the public key in OpenSSH's format", `ssh-rsa ${"A".repeat(372)} finops@acme`, publicOnly],
    ["the name of a file", "finops_public.pem", publicOnly],
    ["a public key with \\n for line breaks", publicKey.replaceAll("\n", "\\n"), publicOnly],
    ["two public keys", publicKey + rsaKey(2048, "two").publicKey, publicOnly],
    ["a truncated public key", publicKey.slice(0, 300), publicOnly],
    ["an empty string", "", publicOnly],
    ["a huge string", pem("PUBLIC KEY", 100_000), "be at most 8192 characters long"],
  ])("refuses %s as 'publicKeyPem', without showing it", (_, publicKeyPem, must) => {
    const stack = ociStack();
    const message = refusal(() => create(stack, "finops", { publicKeyPem }));
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
      "with a missing line",
      [...lines.slice(0, 3), ...lines.slice(4)].join("\n"),
      "PEM that holds no public key; was all of it copied?",
    ],
    ["whose bytes are no key", pem("PUBLIC KEY"), "PEM that holds no public key; was all of it copied?"],
  ])("refuses a public key %s", (_, publicKeyPem, got) => {
    const stack = ociStack();
    expect(refusal(() => create(stack, "finops", { publicKeyPem }))).toBe(
      `OciIdentity at billing/finops: 'publicKeyPem' must be an RSA public key of 2048 bits or more, got: ${got}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("refuses an unresolved token as 'publicKeyPem'", () => {
    expect(refusal(() => create(ociStack(), "finops", { publicKeyPem: Token.asString({ ref: "x" }) }))).toBe(
      `OciIdentity at billing/finops: 'publicKeyPem' must ${privateOnly}, got: a token; what is created depends on it, so pass the value itself`,
    );
  });

  it("refuses a TLS provider beside an existing key", () => {
    const stack = ociStack();
    const tlsProvider = new TlsProvider(stack, "keys", { alias: "keys" });
    expect(refusal(() => create(stack, "finops", { publicKeyPem: publicKey, tlsProvider }))).toBe(
      "OciIdentity at billing/finops: 'tlsProvider' must be left out when 'publicKeyPem' is passed: it is for a new key pair only",
    );
  });

  it("refuses a path from which the default names are too long, unless names are set", () => {
    const id = "x".repeat(100);
    const problem = `must be 1-100 characters long, got: "billing-${"x".repeat(72)}"… (108 characters); for example "finops-platform"; this default is derived from the construct's path, so set`;
    expect(refusal(() => create(ociStack(), id))).toBe(
      [
        `OciIdentity at billing/${id}: 2 problems`,
        `  - 'groupName' ${problem} 'groupName'`,
        `  - 'userName' ${problem} 'userName'`,
      ].join("\n"),
    );
    expect(() => create(ociStack(), id, { userName: "finops", groupName: "finops" })).not.toThrow();
  });

  it("reports all problems at once", () => {
    expect(refusal(() => create(ociStack(), "finops", { userEmail: "x", rsaBits: 1, groupName: " " }))).toMatch(
      /^OciIdentity at billing\/finops: 3 problems\n/,
    );
  });
});

describe("the property 'realm'", () => {
  it("allows a home region that is newer than the library", () => {
    const stack = ociStack("eu-newtown-1");
    create(stack, "finops", { homeRegion: "eu-newtown-1", realm: "oc1" });
    expect(() => Template.of(stack)).not.toThrow();
  });

  it("allows a realm that is newer than the library", () => {
    const stack = ociStack("eu-newtown-1");
    const tenancyOcid = ocidOf("tenancy", "a", "oc77");
    create(stack, "finops", { homeRegion: "eu-newtown-1", realm: "oc77", tenancyOcid });
    expect(Template.of(stack).resource("oci_identity_user")).toMatchObject({ compartment_id: tenancyOcid });
  });

  it("may be set for a known home region, too", () => {
    expect(() => synth({ realm: "oc1" })).not.toThrow();
  });
});

describe("names that are unique in a tenancy", () => {
  const clash = (path: string, property: string, name: string, kind: string): string =>
    `[billing] OciIdentity at ${path}: '${property}' must be unique, got: "${name}", which billing/one already uses for its ${kind}; choose another`;

  it("are names of users and groups and addresses of users, whatever the letter case", () => {
    const stack = ociStack();
    create(stack, "one", { userName: "finops-user", groupName: "finops" });
    create(stack, "two", { userName: "FinOps-User", groupName: "FINOPS", userEmail: EMAIL.toUpperCase() });
    expect(problemsOf(stack)).toBe(
      [
        clash("billing/two", "groupName", "FINOPS", "group"),
        clash("billing/two", "userName", "FinOps-User", "user"),
        clash("billing/two", "userEmail", "FINOPS-PLATFORM@ACME.COM", "user's address"),
      ].join("\n"),
    );
    stack.node.tryRemoveChild("one");
    expect(problemsOf(stack)).toBe("");
  });

  it("are unique in the whole program, because several stacks may use one tenancy", () => {
    const stack = ociStack();
    create(stack, "one");
    create(new TerraformStack(App.of(stack), "other"), "two");
    expect(problemsOf(stack)).toBe(clash("other/two", "userEmail", EMAIL, "user's address"));
  });

  it("may be used again in another tenancy, and in an identity domain", () => {
    const stack = ociStack();
    const names = { userName: "finops", groupName: "finops" };
    create(stack, "one", names);
    create(stack, "two", { ...names, tenancyOcid: ocidOf("tenancy", "b") });
    new OciDomainIdentity(stack, "three", { ...HOME, ...names, userEmail: EMAIL, domainName: "FinOps" });
    expect(problemsOf(stack)).toBe("");
  });

  it("may be the same for a user and a group, and for a name and an address", () => {
    const stack = ociStack();
    create(stack, "one", { userName: "finops", groupName: "finops" });
    create(stack, "two", { userName: EMAIL, userEmail: "two@acme.com" });
    expect(problemsOf(stack)).toBe("");
  });
});

describe("preconditions for unresolved tokens", () => {
  const stack = ociStack();
  const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
  const bits = new TerraformVariable(stack, "bits", { type: "number" });
  create(stack, "finops", {
    tenancyOcid: variable("tenancy"),
    userName: variable("user"),
    groupName: `finops-${variable("group")}`,
    userEmail: variable("email"),
    rsaBits: bits.numberValue,
    members: { alice: variable("alice") },
    freeformTags: { team: variable("team") },
  });
  const template = Template.of(stack);

  it("are on the user, with the same rules as for literals", () => {
    const { precondition } = template.resource("oci_identity_user").lifecycle as {
      precondition: { condition: string; error_message: string }[];
    };
    const messages = precondition.map(({ error_message }) => error_message);
    const at = "OciIdentity at billing/finops: ";
    expect(new Set(messages)).toEqual(
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

  it("are on the membership, for a member", () => {
    const members = template.resources("oci_identity_user_group_membership");
    const { lifecycle } = members.find(({ user_id }) => user_id === "${var.alice}") as {
      lifecycle: { precondition: { error_message: string }[] };
    };
    expect(lifecycle.precondition.map(({ error_message }) => error_message)).toContain(
      "OciIdentity at billing/finops: 'alice' of 'members' must be the OCID of a user.",
    );
  });

  it("come before the group, which waits for the user", () => {
    expect(template.resource("oci_identity_group")).toMatchObject({
      name: "finops-${var.group}",
      freeform_tags: { team: "${var.team}" },
      depends_on: [template.address("oci_identity_user")],
    });
  });

  it("leave the token as the member", () => {
    const members = template.resources("oci_identity_user_group_membership").map(({ user_id }) => user_id);
    expect(members).toContain("${var.alice}");
  });

  it("do not exist if all values are literals", () => {
    expect(synth().resource("oci_identity_user")).not.toHaveProperty("lifecycle");
  });
});

describe("an OCID that may be incomplete", () => {
  it("causes a warning only, because Oracle may change the length", () => {
    const identity = create(ociStack(), "finops", { tenancyOcid: TENANCY.slice(0, -3) });
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      "'tenancyOcid' has 57 characters in its last part, but Oracle's OCIDs have 60: was all of it copied?",
    ]);
  });
});
