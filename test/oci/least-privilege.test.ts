import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import {
  type IOciIdentity,
  OCI_PERMISSIONS,
  OciBillingExport,
  OciDomainIdentity,
  OciIdentity,
  OciIdentityPolicy,
  OciIntegration,
  type OciIntegrationProps,
  OciProvider,
} from "cdktf-finops/oci";
import {
  TerraformElement,
  TerraformHclModule,
  TerraformLocal,
  TerraformOutput,
  TerraformResource,
  type TerraformStack,
  TerraformVariable,
  Testing,
} from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { EXAMPLE_SETTINGS } from "../../examples/settings";
import { STACKS } from "../../examples/stacks";
import { rsaKey } from "../support/keys";
import { GROUP, HOME, ocidOf, ociStack, USER } from "../support/oci";
import { type AnyProps } from "../support/props";
import { emptyStack } from "../support/template";
import { violations } from "./violations";

const PEOPLE = { alice: ocidOf("user", "b"), bob: ocidOf("user", "c") };
const NEW_USER = { userEmail: "finops@acme.example" };
const ALL = OCI_PERMISSIONS.map(({ feature }) => feature).filter((feature) => feature !== "billing export");
const people = Object.values(PEOPLE);

/** Variants of an integration, with the members of its group beside the platform's user. */
const VARIANTS: [string, (stack: TerraformStack) => AnyProps<OciIntegrationProps>, readonly string[]][] = [
  ["a new user", () => ({ ...NEW_USER, members: PEOPLE }), people],
  ["a new user with an existing key pair", () => ({ ...NEW_USER, publicKeyPem: rsaKey().publicKey }), []],
  [
    "a new user in an identity domain",
    (stack) => ({
      identity: new OciDomainIdentity(stack, "in", { ...HOME, ...NEW_USER, domainName: "Services", members: PEOPLE }),
    }),
    people,
  ],
  [
    "an existing user",
    (stack) => ({ identity: OciIdentity.fromUser(stack, "in", { ...HOME, userOcid: USER, members: PEOPLE }) }),
    people,
  ],
  [
    "an existing group",
    (stack) => ({ identity: OciIdentity.fromGroup(stack, "in", { ...HOME, ...NEW_USER, groupOcid: GROUP }) }),
    [],
  ],
  [
    "an existing user in an existing group",
    (stack) => ({ identity: OciIdentity.fromMember(stack, "in", { ...HOME, userOcid: USER, groupOcid: GROUP }) }),
    [],
  ],
];

const examples = Object.entries(STACKS).filter(([id]) => id.startsWith("oci-"));

describe("least privilege of the examples", () => {
  it("is checked for at least three of them", () => {
    expect(examples.length).toBeGreaterThanOrEqual(3);
  });

  it.each(examples)("holds for %s", (id, create) => {
    const settings = Object.values<unknown>(EXAMPLE_SETTINGS[id as keyof typeof STACKS]).map(String);
    const stack = create(Testing.app(), id, EXAMPLE_SETTINGS);
    expect(violations(stack, { people: settings.filter((value) => value.startsWith("ocid1.user.")) })).toEqual([]);
  });
});

describe("least privilege of an integration", () => {
  it.each(VARIANTS)("holds with %s", (_, props, members) => {
    const stack = ociStack();
    new OciIntegration(stack, "finops", { ...HOME, ...props(stack) } as OciIntegrationProps);
    expect(violations(stack, { people: members })).toEqual([]);
  });

  it.each(VARIANTS)("holds with all features and %s", (_, props, members) => {
    const stack = ociStack();
    new OciIntegration(stack, "finops", { ...HOME, ...props(stack), additionalFeatures: ALL } as OciIntegrationProps);
    expect(violations(stack, { people: members })).toEqual([]);
  });

  it("holds in another realm, with the report tenancy that is passed", () => {
    const stack = ociStack("eu-frankfurt-2");
    const reportTenancy = ocidOf("tenancy", "r", "oc19");
    new OciIntegration(stack, "finops", {
      ...NEW_USER,
      tenancyOcid: ocidOf("tenancy", "a", "oc19"),
      homeRegion: "eu-frankfurt-2",
      usageReportTenancyOcid: reportTenancy,
    });
    expect(violations(stack, { reportTenancy })).toEqual([]);
  });

  it("holds with unresolved tokens", () => {
    const stack = ociStack();
    const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
    const domain = new OciDomainIdentity(stack, "in", { ...HOME, ...NEW_USER, domainName: variable("domain") });
    const tenancyOcid = variable("tenancy");
    new OciIntegration(stack, "one", {
      ...HOME,
      tenancyOcid,
      groupName: variable("group"),
      userName: variable("user"),
      userEmail: variable("email"),
      policyName: variable("policy"),
    });
    new OciIntegration(stack, "two", { ...HOME, identity: domain });
    expect(violations(stack)).toEqual([]);
  });

  it("holds beside another integration", () => {
    const stack = ociStack();
    new OciIntegration(stack, "one", { ...HOME, ...NEW_USER });
    new OciIntegration(stack, "two", { ...HOME, userEmail: "second@acme.example", additionalFeatures: ["TENANCY"] });
    expect(violations(stack)).toEqual([]);
  });
});

/** Terraform element that a construct created under this id. */
function elementOf(scope: IConstruct, id: string): TerraformElement {
  const element = scope.node.findChild(id);
  if (!TerraformElement.isTerraformElement(element)) {
    throw new Error(`${element.node.path} is not a Terraform element`);
  }
  return element;
}

/** Adds a resource that an integration does not create, with the id `x`. */
function addResource(scope: unknown, type: string, config: Record<string, unknown>): void {
  if (!Construct.isConstruct(scope)) {
    throw new Error("the scope must be a construct");
  }
  const resource = new TerraformResource(scope, "x", { terraformResourceType: type });
  for (const [name, value] of Object.entries(config)) {
    resource.addOverride(name, value);
  }
}

/** Address of the new key pair in expressions. */
function keyPairOf({ identity }: OciIntegration): string {
  return elementOf(identity, "private_key").fqn;
}

/** Resources that give the user other credentials, or someone else the platform's permissions. */
const ADDITIONS: Record<string, (integration: OciIntegration) => Record<string, unknown>> = {
  oci_identity_auth_token: ({ identity }) => ({ user_id: identity.userOcid, description: "x" }),
  oci_identity_ui_password: ({ identity }) => ({ user_id: identity.userOcid }),
  oci_identity_customer_secret_key: ({ identity }) => ({ user_id: identity.userOcid, display_name: "x" }),
  oci_identity_smtp_credential: ({ identity }) => ({ user_id: identity.userOcid, description: "x" }),
  oci_identity_api_key: ({ identity }) => ({ user_id: identity.userOcid, key_value: rsaKey().publicKey.trim() }),
  oci_identity_user_capabilities_management: ({ identity }) => ({
    user_id: identity.userOcid,
    can_use_api_keys: true,
    can_use_auth_tokens: false,
    can_use_console_password: false,
    can_use_customer_secret_keys: false,
    can_use_smtp_credentials: false,
  }),
  oci_identity_group: () => ({ compartment_id: HOME.tenancyOcid, name: "x", description: "x" }),
  oci_identity_user_group_membership: ({ identity }) => ({ user_id: identity.userOcid, group_id: GROUP }),
};

const TAGGED = {
  ...NEW_USER,
  members: PEOPLE,
  freeformTags: { team: "finops" },
  definedTags: { "Operations.CostCenter": "42" },
  rsaBits: 4096,
  privateKeyFormat: "PKCS1",
} as const;

const DEFINE =
  "define tenancy usage-report as ocid1.tenancy.oc1..aaaaaaaaned4fkpkisbwjlr56u7cj63lf3wffbilvqknstgtvzub7vhqkggq";

// The tests above prove something only if real violations are found.
describe("violations of least privilege", () => {
  /** Violations of an integration after a change. */
  const violationsAfter = (
    change: (integration: OciIntegration, stack: TerraformStack) => void,
    props: (stack: TerraformStack) => AnyProps<OciIntegrationProps> = () => ({ ...NEW_USER, members: PEOPLE }),
  ): string => {
    const stack = ociStack();
    change(new OciIntegration(stack, "finops", { ...HOME, ...props(stack) } as OciIntegrationProps), stack);
    return violations(stack, { people }).join("\n");
  };
  const violationsOf = (statements: (group: string) => string[]): string =>
    violationsAfter(({ access, identity }) => {
      access.policy.statements = statements(identity.policySubject);
    });
  const endorse = (group: string): string => `endorse ${group} to read objects in tenancy usage-report`;
  const domainIdentity = (stack: TerraformStack): { readonly identity: IOciIdentity } => ({
    identity: new OciDomainIdentity(stack, "in", { ...HOME, ...NEW_USER, domainName: "Services", members: PEOPLE }),
  });

  it("are not found in an unchanged integration", () => {
    expect(violationsOf((group) => [DEFINE, endorse(group)])).toBe("");
    expect(violationsAfter(() => undefined, domainIdentity)).toBe("");
  });

  it("do not include arguments for the order of creation", () => {
    const found = violationsAfter(({ identity }) => {
      const capabilities = elementOf(identity, "capabilities").fqn;
      elementOf(identity, "api_key").addOverride("depends_on", [capabilities]);
      elementOf(identity, "membership").addOverride("depends_on", [capabilities]);
      elementOf(identity, "api_key").addOverride("lifecycle.create_before_destroy", true);
    });
    expect(found).toBe("");
  });

  it.each<[string, (stack: TerraformStack, props: typeof TAGGED) => AnyProps<OciIntegrationProps>]>([
    ["tags and a longer key", (_, props) => props],
    [
      "tags and a longer key in an identity domain",
      (stack, props) => ({
        identity: new OciDomainIdentity(stack, "in", { ...HOME, ...props, domainName: "Services" }),
      }),
    ],
  ])("do not include %s", (_, props) => {
    expect(
      violationsAfter(
        () => undefined,
        (stack) => props(stack, TAGGED),
      ),
    ).toBe("");
  });

  it.each<[string, (group: string) => string[], string]>([
    ["the alias after its use", (group) => [endorse(group), DEFINE], "has the statements endorse, define"],
    ["no alias", (group) => [endorse(group)], "has the statements endorse"],
    ["only the alias", () => [DEFINE], "has the statements define"],
    ["two aliases", (group) => [DEFINE, DEFINE, endorse(group)], "has the statements define, define, endorse"],
    [
      "two endorsements",
      (group) => [DEFINE, endorse(group), endorse(group)],
      "has the statements define, endorse, endorse",
    ],
    [
      "an additional permission",
      (group) => [DEFINE, endorse(group), `allow ${group} to inspect tenancies in tenancy`],
      "has the statements define, endorse, allow",
    ],
    ["an unknown statement", (group) => [DEFINE, endorse(group), "deny all"], "endorse, unknown"],
    [
      "the verb manage",
      (group) => [DEFINE, endorse(group).replace("read", "manage")],
      "which grants more than reading",
    ],
    ["the verb use", (group) => [DEFINE, endorse(group).replace("read", "use")], "which grants more than reading"],
    ["every user as subject", () => [DEFINE, endorse("any-user")], "whose subject is not the platform's group"],
    ["every group as subject", () => [DEFINE, endorse("any-group")], "whose subject is not the platform's group"],
    ["a group by a literal name", () => [DEFINE, endorse("group finops")], "whose subject is not the platform's group"],
    ["another group", () => [DEFINE, endorse(`group id ${GROUP}`)], "whose subject is not the platform's group"],
    [
      "another resource type",
      (group) => [DEFINE, endorse(group).replace("objects", "buckets")],
      "not in the catalogue",
    ],
    ["all resources", (group) => [DEFINE, endorse(group).replace("objects", "all-resources")], "not in the catalogue"],
    [
      "any tenancy",
      (group) => [DEFINE, `endorse ${group} to read objects in any-tenancy`],
      "whose location is not allowed",
    ],
    [
      "another alias",
      (group) => [DEFINE, `endorse ${group} to read objects in tenancy other`],
      "whose location is not allowed",
    ],
    [
      "a compartment",
      (group) => [`allow ${group} to inspect tenancies in compartment A`],
      "whose location is not allowed",
    ],
    ["objects of this tenancy", (group) => [`allow ${group} to read objects in tenancy`], "not in the catalogue"],
    [
      "a condition",
      (group) => [`allow ${group} to inspect tenancies in tenancy where request.region = 'phx'`],
      "catalogue",
    ],
    [
      "no statement for the reports",
      (group) => [`allow ${group} to inspect tenancies in tenancy`],
      "not exactly one policy endorses access to",
    ],
    [
      "a permission that is not reported",
      (group) => [`allow ${group} to inspect tenancies in tenancy`],
      "reports the permissions read objects, but grants inspect tenancies",
    ],
    [
      "another report tenancy",
      (group) => [`define tenancy usage-report as ${ocidOf("tenancy", "e")}`, endorse(group)],
      `trusts the tenancy ${ocidOf("tenancy", "e")}`,
    ],
    [
      "a report tenancy of another realm",
      (group) => [`define tenancy usage-report as ${ocidOf("tenancy", "e", "oc2")}`, endorse(group)],
      "trusts a tenancy of the realm oc2",
    ],
    [
      "51 statements",
      (group) => Array<string>(51).fill(`allow ${group} to inspect tenancies in tenancy`),
      "has 51 statements",
    ],
  ])("include a policy with %s", (_, statements, violation) => {
    expect(violationsOf(statements)).toContain(violation);
  });

  it("include the group of the same name in another domain", () => {
    const found = violationsAfter(({ access }) => {
      const subject = access.policy.statementsInput?.[1]?.replace("'Services'", "'Default'") ?? "";
      access.policy.addOverride("statements.1", subject);
    }, domainIdentity);
    expect(found).toContain("whose subject is not the platform's group");
  });

  it.each<[string, (integration: OciIntegration, stack: TerraformStack) => void, string]>([
    [
      "a policy in another compartment",
      ({ access }) => {
        access.policy.addOverride("compartment_id", ocidOf("compartment"));
      },
      "is not in the root compartment",
    ],
    [
      "a policy beside the integration",
      (_, stack) => {
        const statements = ["allow any-user to manage all-resources in tenancy"];
        new OciIdentityPolicy(stack, "p", { compartmentId: HOME.tenancyOcid, name: "p", description: "p", statements });
      },
      "belongs to no integration",
    ],
    [
      "a bucket",
      (_, stack) => {
        new TerraformResource(stack, "b", { terraformResourceType: "oci_objectstorage_bucket" });
      },
      "unexpected resource of the type oci_objectstorage_bucket",
    ],
    [
      "a password",
      ({ identity }) => {
        elementOf(identity, "capabilities").addOverride("can_use_console_password", true);
      },
      "a user can have other credentials",
    ],
    [
      "a user with unlimited credentials",
      ({ identity }) => {
        identity.node.tryRemoveChild("capabilities");
      },
      "the credentials of a user are not limited",
    ],
    [
      "another person in the group",
      ({ identity }) => {
        elementOf(identity, "member_bob").addOverride("user_id", ocidOf("user", "x"));
      },
      "the members are",
    ],
    [
      "a missing member of the group",
      ({ identity }) => {
        identity.node.tryRemoveChild("membership");
      },
      "the members are",
    ],
    [
      "a person in another group",
      ({ identity }) => {
        elementOf(identity, "member_bob").addOverride("group_id", GROUP);
      },
      "a membership is for another group",
    ],
    [
      "an API key of another user",
      ({ identity }) => {
        elementOf(identity, "api_key").addOverride("user_id", USER);
      },
      "there is not exactly one API key of the platform's user",
    ],
    [
      "a private key as the public key",
      ({ identity }) => {
        elementOf(identity, "api_key").addOverride("key_value", rsaKey().privateKey);
      },
      "a private key is in the JSON\na key is not the public key of the pair",
    ],
    [
      "the private key in a tag",
      ({ access, identity }) => {
        access.policy.freeformTags = { key: identity.fieldValues.private_key_pem ?? "" };
      },
      "the key pair is in resource.oci_identity_policy.finops_access_34615FDF.freeform_tags.key",
    ],
    [
      "the private key in an output that is not sensitive",
      (integration) => {
        elementOf(integration.node.findChild("outputs"), "private_key_pem").addOverride("sensitive", false);
      },
      "the key pair is in output.finops_private_key_pem.value",
    ],
    [
      "a provider in another region",
      ({ access }, stack) => {
        new OciProvider(stack, "other", { alias: "other", region: "us-phoenix-1" });
        access.policy.addOverride("provider", "oci.other");
      },
      "the provider oci.other does not work in the home region us-ashburn-1",
    ],
  ])("include %s", (_, change, violation) => {
    expect(violationsAfter(change)).toContain(violation);
  });

  it.each(Object.keys(ADDITIONS))("include, beside an integration, an additional %s", (type) => {
    const found = violationsAfter((integration, stack) => {
      addResource(stack, type, ADDITIONS[type]?.(integration) ?? {});
    });
    expect(found).toContain(`the resource ${type}.x belongs to no integration`);
  });

  it.each([
    ["oci_identity_auth_token", "unexpected resource of the type oci_identity_auth_token"],
    ["oci_identity_ui_password", "unexpected resource of the type oci_identity_ui_password"],
    ["oci_identity_customer_secret_key", "unexpected resource of the type oci_identity_customer_secret_key"],
    ["oci_identity_smtp_credential", "unexpected resource of the type oci_identity_smtp_credential"],
    ["oci_identity_api_key", "there is not exactly one API key of the platform's user"],
    ["oci_identity_user_capabilities_management", "the credentials of a user are not limited"],
    ["oci_identity_group", "an integration has more than one resource of the type oci_identity_group"],
    ["oci_identity_user_group_membership", "a membership is for another group"],
  ])("include, in an identity, an additional %s", (type, violation) => {
    const found = violationsAfter((integration) => {
      addResource(integration.identity, type, ADDITIONS[type]?.(integration) ?? {});
    });
    expect(found).toContain(violation);
  });

  it.each<[string, (integration: OciIntegration, stack: TerraformStack) => void, string]>([
    [
      "a person added to the group beside the integration",
      ({ identity }, stack) => {
        const group_id = `\${${elementOf(identity, "group").fqn}.id}`;
        addResource(stack, "oci_identity_user_group_membership", { group_id, user_id: ocidOf("user", "x") });
      },
      "the resource oci_identity_user_group_membership.x belongs to no integration",
    ],
    [
      "a person added to the group in the identity",
      ({ identity }) => {
        const group_id = `\${${elementOf(identity, "group").fqn}.id}`;
        addResource(identity, "oci_identity_user_group_membership", { group_id, user_id: ocidOf("user", "x") });
      },
      `, ${ocidOf("user", "x")}`,
    ],
    [
      "a key with the name of another resource of the integration",
      ({ identity }, stack) => {
        const name = elementOf(identity, "Resource").friendlyUniqueId;
        stack.addOverride(`resource.oci_identity_api_key.${name}`, { user_id: identity.userOcid, key_value: "x" });
      },
      "the resource oci_identity_api_key.finops_identity_33D36A71 belongs to no integration",
    ],
    [
      "a module",
      (_, stack) => {
        new TerraformHclModule(stack, "m", { source: "git::https://acme.example/m.git" });
      },
      "unexpected section 'module'",
    ],
    [
      "a short key",
      ({ identity }) => {
        elementOf(identity, "private_key").addOverride("rsa_bits", 1024);
      },
      "a key is weaker than RSA of 2048 bits",
    ],
    [
      "a key whose length is an unresolved token",
      ({ identity }, stack) => {
        const bits = new TerraformVariable(stack, "bits", { type: "number" });
        elementOf(identity, "private_key").addOverride("rsa_bits", bits.numberValue);
      },
      "a key is weaker than RSA of 2048 bits",
    ],
    [
      "a key of another algorithm",
      ({ identity }) => {
        elementOf(identity, "private_key").addOverride("algorithm", "ED25519");
      },
      "a key is weaker than RSA of 2048 bits",
    ],
    [
      "an existing key that is too short",
      ({ identity }) => {
        elementOf(identity, "api_key").addOverride("key_value", rsaKey(1024).publicKey.trim());
      },
      "a key is weaker than RSA of 2048 bits",
    ],
    [
      "an existing key that is incomplete",
      ({ identity }) => {
        const half = "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----";
        elementOf(identity, "api_key").addOverride("key_value", half);
      },
      "a key is weaker than RSA of 2048 bits",
    ],
    [
      "another key pair",
      ({ identity }) => {
        elementOf(identity, "api_key").addOverride("key_value", "${trimspace(tls_private_key.other.public_key_pem)}");
      },
      "a key is not the public key of the pair",
    ],
    [
      "a provisioner",
      ({ access }) => {
        access.policy.addOverride("provisioner", [{ "local-exec": { command: "true" } }]);
      },
      "the resource oci_identity_policy.finops_access_34615FDF must not have 'provisioner'",
    ],
    [
      "a provisioner outside of a list",
      ({ access }) => {
        access.policy.addOverride("provisioner", { "local-exec": { command: "true" } });
      },
      "the resource oci_identity_policy.finops_access_34615FDF must not have 'provisioner.local-exec.command'",
    ],
    [
      "a connection",
      ({ access }) => {
        access.policy.addOverride("connection", { host: "acme.example" });
      },
      "the resource oci_identity_policy.finops_access_34615FDF must not have 'connection.host'",
    ],
    [
      "a count",
      ({ identity }) => {
        elementOf(identity, "api_key").addOverride("count", 2);
      },
      "must not have 'count'",
    ],
    [
      "the private key in an error",
      ({ identity }) => {
        const postcondition = [{ condition: "${self.id == null}", error_message: "${self.private_key_pem}" }];
        elementOf(identity, "private_key").addOverride("lifecycle.postcondition", postcondition);
      },
      "must not have 'lifecycle.postcondition'",
    ],
    [
      "the key pair in a local value",
      (integration, stack) => {
        new TerraformLocal(stack, "pair", `\${${keyPairOf(integration)}}`);
      },
      "the key pair is in locals.pair",
    ],
    [
      "a private key in a provider",
      (_, stack) => {
        const key = new TerraformVariable(stack, "key", { type: "string", sensitive: true });
        new OciProvider(stack, "other", { alias: "other" }).addOverride("private_key", key.stringValue);
      },
      "a provider has 'private_key'",
    ],
    [
      "the password of a private key in a provider",
      (_, stack) => {
        new OciProvider(stack, "other", { alias: "other" }).addOverride("private_key_password", "x");
      },
      "a provider has 'private_key_password'",
    ],
  ])("include %s", (_, change, violation) => {
    expect(violationsAfter(change)).toContain(violation);
  });

  it.each<[string, boolean, (pair: string) => unknown]>([
    ["the whole key pair", false, (pair) => `\${jsonencode(${pair})}`],
    ["the whole key pair, even if sensitive", true, (pair) => `\${jsonencode(${pair})}`],
    ["the private key", false, (pair) => `\${${pair}.private_key_pem}`],
    ["the private key as PKCS8", false, (pair) => `\${${pair}.private_key_pem_pkcs8}`],
    ["the private key in OpenSSH's format", false, (pair) => `\${${pair}.private_key_openssh}`],
    ["the private key by index", false, (pair) => `\${${pair}["private_key_pem"]}`],
    ["the private key, even if sensitive", true, (pair) => `\${${pair}.private_key_pem}`],
    ["the private key, marked as nonsensitive", false, (pair) => `\${nonsensitive(${pair}.private_key_pem)}`],
  ])("include an output with %s", (_, sensitive, valueOf) => {
    const found = violationsAfter((integration, stack) => {
      new TerraformOutput(stack, "x", { value: valueOf(keyPairOf(integration)), sensitive });
    });
    expect(found).toBe("the key pair is in output.x.value");
  });

  it("include an output with the private key as a map key", () => {
    const found = violationsAfter((integration, stack) => {
      stack.addOverride("output.x", { value: { [`\${${keyPairOf(integration)}.private_key_pem}`]: "x" } });
    });
    expect(found).toBe("the key pair is in output.x.value");
  });

  it("include another expression in the output of the private key", () => {
    const found = violationsAfter((integration) => {
      const output = elementOf(integration.node.findChild("outputs"), "private_key_pem");
      output.addOverride("value", `\${jsonencode(${keyPairOf(integration)})}`);
    });
    expect(found).toBe("the key pair is in output.finops_private_key_pem.value");
  });

  it.each<[string, (identity: OciDomainIdentity) => void, string]>([
    [
      "a password",
      ({ user }) => {
        user.addOverride("urnietfparamsscimschemasoracleidcsextensioncapabilities_user.can_use_console_password", true);
      },
      "a domain user can have other credentials",
    ],
    [
      "another person in the group",
      ({ group }) => {
        group.addOverride("members.2.ocid", ocidOf("user", "x"));
      },
      "the members are",
    ],
    [
      "another user under the OCID of a person",
      ({ group }) => {
        group.addOverride("members.2.value", "0123456789abcdef");
      },
      "the id of a domain member does not match its OCID",
    ],
    [
      "a key of another user under the OCID of the platform's user",
      ({ apiKey }) => {
        apiKey.resource.addOverride("user.value", "0123456789abcdef");
      },
      "the user id of a domain key does not match its OCID",
    ],
    [
      "an owner of the group",
      ({ group }) => {
        const owners = [{ type: "User", value: "0123456789abcdef" }];
        group.addOverride("urnietfparamsscimschemasoracleidcsextensiongroup_group.owners", owners);
      },
      "must not have 'urnietfparamsscimschemasoracleidcsextensiongroup_group.owners'",
    ],
    [
      "a password in the program",
      ({ user }) => {
        user.addOverride("password", "x");
      },
      "must not have 'password'",
    ],
    [
      "a group in another domain",
      ({ group }) => {
        group.addOverride("idcs_endpoint", "https://idcs.acme.example");
      },
      "a block uses another domain",
    ],
  ])("include, in an identity domain, %s", (_, change, violation) => {
    expect(
      violationsAfter(({ identity }) => {
        if (identity instanceof OciDomainIdentity) {
          change(identity);
        }
      }, domainIdentity),
    ).toContain(violation);
  });

  it("include a stack without an integration", () => {
    const stack = emptyStack();
    new TlsProvider(stack, "tls");
    new OciProvider(stack, "oci", { region: "us-ashburn-1" });
    new OciBillingExport(stack, "export", HOME);
    expect(violations(stack)).toEqual(["the stack has no integration"]);
  });
});
