import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { OciDomainIdentity, type OciDomainIdentityProps, OciProvider } from "cdktf-finops/oci";
import { TerraformVariable, Token } from "cdktf";
import { type Construct } from "constructs";
import { rsaKey } from "../support/keys";
import { COMPARTMENT, HOME, ocidOf, ociStack, TENANCY } from "../support/oci";
import { problemsOf, refusal, resolved, Template } from "../support/template";

const EMAIL = "finops-platform@acme.com";
const ALICE = ocidOf("user", "b");
const TAGS = "urnietfparamsscimschemasoracleidcsextension_oci_tags";

const create = (scope: Construct, id: string, props: Partial<OciDomainIdentityProps> = {}): OciDomainIdentity =>
  new OciDomainIdentity(scope, id, { ...HOME, userEmail: EMAIL, domainName: "FinOps", ...props });

const synth = (props?: Partial<OciDomainIdentityProps>): Template => {
  const stack = ociStack();
  create(stack, "finops", props);
  return Template.of(stack);
};

describe("a domain identity with only its required props", () => {
  const stack = ociStack();
  const identity = create(stack, "finops");
  const template = Template.of(stack);
  const user = template.address("oci_identity_domains_user");
  const member = { value: `\${${user}.id}`, ocid: `\${${user}.ocid}` };

  it("creates a user with an API key, in a group, by the API of the domain", () => {
    expect(template.resourceTypes).toEqual({
      oci_identity_domains_user: 1,
      oci_identity_domains_group: 1,
      oci_identity_domains_api_key: 1,
      tls_private_key: 1,
    });
  });

  it("looks up the only active domain of its name in the root compartment", () => {
    expect(template.data("oci_identity_domains")).toEqual({
      compartment_id: TENANCY,
      filter: [
        { name: "display_name", values: ["FinOps"] },
        { name: "state", values: ["ACTIVE"] },
      ],
      lifecycle: {
        postcondition: [
          {
            condition: "${length(self.domains) == 1}",
            error_message:
              "OciDomainIdentity at billing/finops: the compartment must contain exactly one active identity domain of this name.",
          },
        ],
      },
    });
    const types = ["user", "group", "api_key"];
    expect(types.map((type) => template.resource(`oci_identity_domains_${type}`).idcs_endpoint)).toEqual(
      types.map(() => expect.stringMatching(/^\$\{data\.oci_identity_domains\.\w+\.domains\[0\]\.url\}$/) as unknown),
    );
  });

  it("creates a user named after the construct's path, with a work and a recovery address", () => {
    expect(template.resource("oci_identity_domains_user")).toMatchObject({
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
      user_name: "billing-finops",
      display_name: "FinOps platform",
      name: { family_name: "FinOps platform" },
      emails: [
        { type: "work", value: EMAIL, primary: true },
        { type: "recovery", value: EMAIL },
      ],
    });
  });

  it("disables all credentials of the user except API keys", () => {
    expect(
      template.resource("oci_identity_domains_user").urnietfparamsscimschemasoracleidcsextensioncapabilities_user,
    ).toEqual({
      can_use_api_keys: true,
      can_use_auth_tokens: false,
      can_use_console: false,
      can_use_console_password: false,
      can_use_customer_secret_keys: false,
      can_use_db_credentials: false,
      can_use_oauth2client_credentials: false,
      can_use_smtp_credentials: false,
    });
  });

  it("creates a group named after the construct's path, and requests its members", () => {
    expect(template.resource("oci_identity_domains_group")).toMatchObject({
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"],
      display_name: "billing-finops",
      attribute_sets: ["all"],
      members: [{ type: "User", ...member }],
      urnietfparamsscimschemasoracleidcsextensiongroup_group: {
        description: "May read the cost reports of the tenancy",
      },
    });
  });

  it("uploads the public key of a new key pair, without the final line break", () => {
    expect(template.resource("oci_identity_domains_api_key")).toMatchObject({
      schemas: ["urn:ietf:params:scim:schemas:oracle:idcs:apikey"],
      key: `\${trimspace(${template.address("tls_private_key")}.public_key_pem)}`,
      user: member,
    });
  });

  it("ignores the values that the domain adds", () => {
    const ignored = (type: string): unknown => template.resource(`oci_identity_domains_${type}`).lifecycle;
    expect(ignored("user")).toEqual({ ignore_changes: ["schemas", "emails"] });
    expect(ignored("group")).toEqual({ ignore_changes: ["schemas"] });
    expect(ignored("api_key")).toEqual({ ignore_changes: ["schemas"] });
  });

  it.each<[string, Partial<OciDomainIdentityProps>]>([
    ["none are set", {}],
    ["they are empty", { freeformTags: {}, definedTags: {} }],
  ])("creates no block for tags if %s", (_, props) => {
    expect(synth(props).resource("oci_identity_domains_user")).not.toHaveProperty(TAGS);
    expect(synth(props).resource("oci_identity_domains_group")).not.toHaveProperty(TAGS);
  });

  it("identifies the user by its OCID, and the group by its domain and name", () => {
    const group = `\${${template.address("oci_identity_domains_group")}.display_name}`;
    expect(resolved(stack, identity.userOcid)).toBe(member.ocid);
    expect(resolved(stack, identity.groupName)).toBe(group);
    expect(resolved(stack, identity.policySubject)).toBe(`group 'FinOps'/'${group}'`);
    expect(resolved(stack, identity.apiKey.fingerprint)).toBe(
      `\${${template.address("oci_identity_domains_api_key")}.fingerprint}`,
    );
    expect(resolved(stack, identity.apiKey.privateKeyPem)).toBe(
      `\${${template.address("tls_private_key")}.private_key_pem_pkcs8}`,
    );
    expect(identity.node.defaultChild).toBe(identity.user);
  });

  it("has no manual steps, permissions, limitations or warnings", () => {
    expect([identity.manualSteps, identity.permissions, identity.limitations]).toEqual([[], [], []]);
    expect(identity.node.metadata).toEqual([]);
  });
});

describe("a domain identity with all options", () => {
  const template = synth({
    domainCompartmentOcid: COMPARTMENT,
    userName: "platform@acme",
    groupName: "Readers.1",
    freeformTags: { team: "finops" },
    definedTags: { "Operations.CostCenter": "42", "Operations.Owner": "" },
    rsaBits: 3072,
    members: { alice: ALICE },
  });

  it("looks up the domain in the compartment", () => {
    expect(template.data("oci_identity_domains")).toMatchObject({ compartment_id: COMPARTMENT });
  });

  it("sets the names of user and group", () => {
    expect(template.resource("oci_identity_domains_user")).toMatchObject({ user_name: "platform@acme" });
    expect(template.resource("oci_identity_domains_group")).toMatchObject({ display_name: "Readers.1" });
  });

  it("sets the tags of user and group, in the format of identity domains", () => {
    const tags = {
      freeform_tags: [{ key: "team", value: "finops" }],
      defined_tags: [
        { namespace: "Operations", key: "CostCenter", value: "42" },
        { namespace: "Operations", key: "Owner", value: "" },
      ],
    };
    expect(template.resource("oci_identity_domains_user")[TAGS]).toEqual(tags);
    expect(template.resource("oci_identity_domains_group")[TAGS]).toEqual(tags);
  });

  it("accepts tags of one kind only", () => {
    expect(synth({ freeformTags: { a: "b" } }).resource("oci_identity_domains_user")[TAGS]).toMatchObject({
      freeform_tags: [{ key: "a", value: "b" }],
    });
  });

  it("creates a key of the length", () => {
    expect(template.resource("tls_private_key")).toMatchObject({ rsa_bits: 3072 });
  });

  it("adds the responsible people to the group, by their ids in the domain", () => {
    expect(template.data("oci_identity_domains_users")).toMatchObject({
      user_filter: `ocid eq "${ALICE}"`,
      lifecycle: {
        postcondition: [
          {
            condition: "${(length(self.users) == 1)}",
            error_message:
              "OciDomainIdentity at billing/finops: 'alice' of 'members' must be a user of the identity domain.",
          },
        ],
      },
    });
    expect(template.data("oci_identity_domains_users").lifecycle).not.toHaveProperty("precondition");
    expect(template.resource("oci_identity_domains_group").members).toEqual([
      expect.objectContaining({ type: "User" }),
      {
        type: "User",
        value: expect.stringMatching(/^\$\{data\.oci_identity_domains_users\.\w+\.users\[0\]\.id\}$/) as unknown,
        ocid: ALICE,
      },
    ]);
  });
});

describe("a domain identity with an existing key pair", () => {
  it("uploads only the public key, and leaves the private key as a manual step", () => {
    const stack = ociStack();
    const { publicKey } = rsaKey();
    const identity = create(stack, "finops", { publicKeyPem: publicKey });
    const template = Template.of(stack);
    expect(template.resourceTypes).not.toHaveProperty("tls_private_key");
    expect(template.resource("oci_identity_domains_api_key").key).toBe(publicKey.trim());
    expect(identity.apiKey.privateKeyPem).toBeUndefined();
    expect(identity.manualSteps.map(({ key }) => key)).toEqual(["upload_private_key"]);
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      expect.stringContaining("Manual step: Upload the private key file of the key pair to the platform."),
    ]);
  });
});

describe("a domain identity with other providers", () => {
  it("creates and reads everything with them", () => {
    const stack = ociStack();
    const provider = new OciProvider(stack, "parent", { region: HOME.homeRegion, alias: "parent" });
    const tlsProvider = new TlsProvider(stack, "keys", { alias: "keys" });
    create(stack, "finops", { provider, tlsProvider, members: { alice: ALICE } });
    const template = Template.of(stack);
    expect(
      [
        template.data("oci_identity_domains"),
        template.data("oci_identity_domains_users"),
        template.resource("oci_identity_domains_user"),
        template.resource("oci_identity_domains_group"),
        template.resource("oci_identity_domains_api_key"),
      ].map((block) => block.provider),
    ).toEqual(Array(5).fill("oci.parent"));
    expect(template.resource("tls_private_key").provider).toBe("tls.keys");
  });
});

describe("preconditions for unresolved tokens", () => {
  const stack = ociStack();
  const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
  create(stack, "finops", {
    domainName: variable("domain"),
    domainCompartmentOcid: variable("compartment"),
    groupName: variable("group"),
    members: { alice: variable("alice"), bob: `ocid1.user.oc1..${variable("bob")}` },
    freeformTags: { team: variable("team") },
  });
  const template = Template.of(stack);
  const at = "OciDomainIdentity at billing/finops: ";

  it("are on the user, which the group waits for, and keep the ignored changes", () => {
    const { precondition, ignore_changes } = template.resource("oci_identity_domains_user").lifecycle as {
      precondition: { error_message: string }[];
      ignore_changes: string[];
    };
    expect(new Set(precondition.map(({ error_message }) => error_message))).toEqual(
      new Set([
        `${at}'domainName' must be letters, digits and ._-.`,
        `${at}'domainName' must be 1-100 characters long.`,
        `${at}'domainName' must not be the Default domain, whose class is OciIdentity.`,
        `${at}'domainCompartmentOcid' must be the OCID of a compartment or a tenancy.`,
        `${at}'domainCompartmentOcid' must be at most 255 characters long.`,
        `${at}'groupName' must be letters, digits and ._-.`,
        `${at}'groupName' must be 1-100 characters long.`,
        `${at}'groupName' must not be 'id' or 'to', which are keywords of policy statements.`,
      ]),
    );
    expect(ignore_changes).toEqual(["schemas", "emails"]);
  });

  it("are on the lookup of each member, so that only an OCID gets into the filter", () => {
    const { oci_identity_domains_users: lookups = {} } = template.json.data as Record<
      string,
      Record<string, { user_filter: string; lifecycle: { precondition: unknown } }>
    >;
    const { alice, bob } = Object.fromEntries(
      Object.values(lookups).map((block) => [block.user_filter.includes("bob") ? "bob" : "alice", block]),
    );
    expect(alice?.user_filter).toBe('ocid eq "${var.alice}"');
    expect(alice?.lifecycle.precondition).toEqual([
      {
        condition: '${can(regex("^[a-z0-9._-]*$", var.alice))}',
        error_message: `${at}'alice' of 'members' must be the OCID of a user.`,
      },
      {
        condition: '${can(regex("^ocid1[.](user)[.]oc[0-9]{1,3}[.][a-z0-9-]*[.][a-z0-9]+$", var.alice))}',
        error_message: `${at}'alice' of 'members' must be the OCID of a user.`,
      },
      {
        condition: "${(length(var.alice) <= 255)}",
        error_message: `${at}'alice' of 'members' must be at most 255 characters long.`,
      },
    ]);
    expect(bob?.lifecycle.precondition).toMatchObject([
      { condition: '${can(regex("^[a-z0-9._-]*$", join("", ["ocid1.user.oc1..", var.bob])))}' },
      {},
      {},
    ]);
  });

  it("leave the token as the value of a tag", () => {
    expect(template.resource("oci_identity_domains_group")[TAGS]).toMatchObject({
      freeform_tags: [{ key: "team", value: "${var.team}" }],
    });
  });
});

describe("validation of the identity", () => {
  const token = (property: string): string =>
    `'${property}' must be an object whose values are strings, got: a token; what is created depends on it, so pass the value itself`;

  it.each<[string, unknown, string]>([
    [
      "a missing domain name",
      { domainName: undefined },
      `'domainName' is required: it must be letters, digits and ._-; for example "FinOps"`,
    ],
    [
      "the Default domain",
      { domainName: "Default" },
      `'domainName' must not be the Default domain, whose class is OciIdentity, got: "Default"; for example "FinOps"`,
    ],
    [
      "a compartment of another realm",
      { domainCompartmentOcid: ocidOf("compartment", "a", "oc2") },
      `'domainCompartmentOcid' must be of the realm oc1, like 'homeRegion' "us-ashburn-1", got: "${ocidOf("compartment", "a", "oc2").slice(0, 80)}"… (83 characters), which is of oc2`,
    ],
    [
      "a member under two names",
      { members: { alice: ALICE, ally: ALICE } },
      `'members' must name each user once, got: the same one for "alice" and "ally"`,
    ],
    ["an unresolved token as members", { members: Token.asStringMap({ ref: "x" }) }, token("members")],
    ["an unresolved token as free-form tags", { freeformTags: Token.asStringMap({ ref: "x" }) }, token("freeformTags")],
    ["an unresolved token as defined tags", { definedTags: Token.asStringMap({ ref: "x" }) }, token("definedTags")],
    [
      "a private key as 'publicKeyPem'",
      { publicKeyPem: rsaKey().privateKey },
      `'publicKeyPem' must be the public half of the key pair; a private key must never be in a program, got: ${rsaKey().privateKey.length} characters, which are not shown; for example readFileSync("finops_public.pem", "utf8"), created by: openssl rsa -in <private key file> -pubout`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = ociStack();
    expect(refusal(() => create(stack, "finops", props as Partial<OciDomainIdentityProps>))).toBe(
      `OciDomainIdentity at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("refuses names that are taken in the domain, whatever the letter case, but not names taken in another domain", () => {
    const stack = ociStack();
    const names = { userName: "finops", groupName: "finops" };
    create(stack, "one", names);
    create(stack, "other_domain", { ...names, domainName: "Other" });
    create(stack, "other_tenancy", { ...names, tenancyOcid: ocidOf("tenancy", "b") });
    expect(problemsOf(stack)).toBe("");
    create(stack, "two", { userName: "FINOPS", groupName: "FinOps", domainName: "finops" });
    const taken = (property: string, name: string, kind: string): string =>
      `[billing] OciDomainIdentity at billing/two: '${property}' must be unique, got: "${name}", which billing/one already uses for its ${kind}; choose another`;
    expect(problemsOf(stack)).toBe(
      [
        taken("groupName", "FinOps", "group"),
        taken("userName", "FINOPS", "user"),
        taken("userEmail", EMAIL, "user's address"),
      ].join("\n"),
    );
  });
});
