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

/** Each way in, and the people that it has beside the platform's user. */
const WAYS_IN: [string, (stack: TerraformStack) => AnyProps<OciIntegrationProps>, readonly string[]][] = [
  ["a new user", () => ({ ...NEW_USER, members: PEOPLE }), people],
  ["a new user with a key that is there", () => ({ ...NEW_USER, publicKeyPem: rsaKey().publicKey }), []],
  [
    "a new user of an identity domain",
    (stack) => ({
      identity: new OciDomainIdentity(stack, "in", { ...HOME, ...NEW_USER, domainName: "Services", members: PEOPLE }),
    }),
    people,
  ],
  [
    "a user that is there",
    (stack) => ({ identity: OciIdentity.fromUser(stack, "in", { ...HOME, userOcid: USER, members: PEOPLE }) }),
    people,
  ],
  [
    "a group that is there",
    (stack) => ({ identity: OciIdentity.fromGroup(stack, "in", { ...HOME, ...NEW_USER, groupOcid: GROUP }) }),
    [],
  ],
  [
    "a user in a group, both of which are there",
    (stack) => ({ identity: OciIdentity.fromMember(stack, "in", { ...HOME, userOcid: USER, groupOcid: GROUP }) }),
    [],
  ],
];

const examples = Object.entries(STACKS).filter(([id]) => id.startsWith("oci-"));

describe("the examples", () => {
  it("are three or more", () => {
    expect(examples.length).toBeGreaterThanOrEqual(3);
  });

  it.each(examples)("grant the least: %s", (id, make) => {
    const settings = Object.values<unknown>(EXAMPLE_SETTINGS[id as keyof typeof STACKS]).map(String);
    const stack = make(Testing.app(), id, EXAMPLE_SETTINGS);
    expect(violations(stack, { people: settings.filter((value) => value.startsWith("ocid1.user.")) })).toEqual([]);
  });
});

describe("an integration", () => {
  it.each(WAYS_IN)("grants the least by %s", (_, props, members) => {
    const stack = ociStack();
    new OciIntegration(stack, "finops", { ...HOME, ...props(stack) } as OciIntegrationProps);
    expect(violations(stack, { people: members })).toEqual([]);
  });

  it.each(WAYS_IN)("grants what all features need, and no more, by %s", (_, props, members) => {
    const stack = ociStack();
    new OciIntegration(stack, "finops", { ...HOME, ...props(stack), additionalFeatures: ALL } as OciIntegrationProps);
    expect(violations(stack, { people: members })).toEqual([]);
  });

  it("grants the least in another realm, where it trusts the tenancy that it is told", () => {
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

  it("grants the least where Terraform fills in the names", () => {
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

  it("grants the least beside another one", () => {
    const stack = ociStack();
    new OciIntegration(stack, "one", { ...HOME, ...NEW_USER });
    new OciIntegration(stack, "two", { ...HOME, userEmail: "second@acme.example", additionalFeatures: ["TENANCY"] });
    expect(violations(stack)).toEqual([]);
  });
});

/** What a construct has made under that id. */
function made(scope: IConstruct, id: string): TerraformElement {
  const element = scope.node.findChild(id);
  if (!TerraformElement.isTerraformElement(element)) {
    throw new Error(`${element.node.path} is nothing of Terraform's`);
  }
  return element;
}

/** Something that an integration does not make, as `x`. */
function add(scope: unknown, type: string, config: Record<string, unknown>): void {
  if (!Construct.isConstruct(scope)) {
    throw new Error("the scope must be a construct");
  }
  const resource = new TerraformResource(scope, "x", { terraformResourceType: type });
  for (const [name, value] of Object.entries(config)) {
    resource.addOverride(name, value);
  }
}

/** The key pair that Terraform makes, as Terraform refers to it. */
function pairOf({ identity }: OciIntegration): string {
  return made(identity, "private_key").fqn;
}

/** Every one of these is its user's to log in by, or lets someone have what the platform has. */
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

// That the above finds nothing means something only if it finds what is wrong.
describe("what is more than the least", () => {
  /** The breaches of an integration that someone has changed. */
  const changed = (
    change: (integration: OciIntegration, stack: TerraformStack) => void,
    props: (stack: TerraformStack) => AnyProps<OciIntegrationProps> = () => ({ ...NEW_USER, members: PEOPLE }),
  ): string => {
    const stack = ociStack();
    change(new OciIntegration(stack, "finops", { ...HOME, ...props(stack) } as OciIntegrationProps), stack);
    return violations(stack, { people }).join("\n");
  };
  const withStatements = (make: (group: string) => string[]): string =>
    changed(({ access, identity }) => {
      access.policy.statements = make(identity.policySubject);
    });
  const endorse = (group: string): string => `endorse ${group} to read objects in tenancy usage-report`;
  const domain = (stack: TerraformStack): { readonly identity: IOciIdentity } => ({
    identity: new OciDomainIdentity(stack, "in", { ...HOME, ...NEW_USER, domainName: "Services", members: PEOPLE }),
  });

  it("is found only where it is", () => {
    expect(withStatements((group) => [DEFINE, endorse(group)])).toBe("");
    expect(changed(() => undefined, domain)).toBe("");
  });

  it("is nothing that has to do with when a block is made", () => {
    const found = changed(({ identity }) => {
      const capabilities = made(identity, "capabilities").fqn;
      made(identity, "api_key").addOverride("depends_on", [capabilities]);
      made(identity, "membership").addOverride("depends_on", [capabilities]);
      made(identity, "api_key").addOverride("lifecycle.create_before_destroy", true);
    });
    expect(found).toBe("");
  });

  it.each<[string, (stack: TerraformStack, props: typeof TAGGED) => AnyProps<OciIntegrationProps>]>([
    ["tags and a longer key", (_, props) => props],
    [
      "those of an identity domain",
      (stack, props) => ({
        identity: new OciDomainIdentity(stack, "in", { ...HOME, ...props, domainName: "Services" }),
      }),
    ],
  ])("is neither %s", (_, props) => {
    expect(
      changed(
        () => undefined,
        (stack) => props(stack, TAGGED),
      ),
    ).toBe("");
  });

  it.each<[string, (group: string) => string[], string]>([
    ["the alias after its use", (group) => [endorse(group), DEFINE], "is made of endorse, define"],
    ["no alias", (group) => [endorse(group)], "is made of endorse"],
    ["nothing but the alias", () => [DEFINE], "is made of define"],
    ["two aliases", (group) => [DEFINE, DEFINE, endorse(group)], "is made of define, define, endorse"],
    ["two of them", (group) => [DEFINE, endorse(group), endorse(group)], "is made of define, endorse, endorse"],
    [
      "something allowed beside it",
      (group) => [DEFINE, endorse(group), `allow ${group} to inspect tenancies in tenancy`],
      "is made of define, endorse, allow",
    ],
    ["what is not understood", (group) => [DEFINE, endorse(group), "deny all"], "endorse, what is not understood"],
    ["writing", (group) => [DEFINE, endorse(group).replace("read", "manage")], "which is more than reading"],
    ["using", (group) => [DEFINE, endorse(group).replace("read", "use")], "which is more than reading"],
    ["everyone", () => [DEFINE, endorse("any-user")], "which is not about the platform's group"],
    ["every group", () => [DEFINE, endorse("any-group")], "which is not about the platform's group"],
    [
      "a group by a name of its own",
      () => [DEFINE, endorse("group finops")],
      "which is not about the platform's group",
    ],
    ["another group", () => [DEFINE, endorse(`group id ${GROUP}`)], "which is not about the platform's group"],
    ["more than objects", (group) => [DEFINE, endorse(group).replace("objects", "buckets")], "not in the catalogue"],
    ["all there is", (group) => [DEFINE, endorse(group).replace("objects", "all-resources")], "not in the catalogue"],
    ["any tenancy", (group) => [DEFINE, `endorse ${group} to read objects in any-tenancy`], "about another place"],
    ["another alias", (group) => [DEFINE, `endorse ${group} to read objects in tenancy other`], "about another place"],
    ["a compartment", (group) => [`allow ${group} to inspect tenancies in compartment A`], "about another place"],
    ["something at home", (group) => [`allow ${group} to read objects in tenancy`], "not in the catalogue"],
    [
      "a condition",
      (group) => [`allow ${group} to inspect tenancies in tenancy where request.region = 'phx'`],
      "catalogue",
    ],
    ["no reports", (group) => [`allow ${group} to inspect tenancies in tenancy`], "not exactly one policy is about"],
    [
      "what it does not tell",
      (group) => [`allow ${group} to inspect tenancies in tenancy`],
      "says that it grants read objects, and grants inspect tenancies",
    ],
    [
      "a tenancy of somebody's",
      (group) => [`define tenancy usage-report as ${ocidOf("tenancy", "e")}`, endorse(group)],
      `trusts the tenancy ${ocidOf("tenancy", "e")}`,
    ],
    [
      "a tenancy of another realm",
      (group) => [`define tenancy usage-report as ${ocidOf("tenancy", "e", "oc2")}`, endorse(group)],
      "trusts a tenancy of the realm oc2",
    ],
    [
      "51 statements",
      (group) => Array<string>(51).fill(`allow ${group} to inspect tenancies in tenancy`),
      "has 51 statements",
    ],
  ])("is a policy with %s", (_, statements, breach) => {
    expect(withStatements(statements)).toContain(breach);
  });

  it("is another domain's group of that name", () => {
    const found = changed(({ access }) => {
      const subject = access.policy.statementsInput?.[1]?.replace("'Services'", "'Default'") ?? "";
      access.policy.addOverride("statements.1", subject);
    }, domain);
    expect(found).toContain("which is not about the platform's group");
  });

  it.each<[string, (integration: OciIntegration, stack: TerraformStack) => void, string]>([
    [
      "a policy elsewhere",
      ({ access }) => {
        access.policy.addOverride("compartment_id", ocidOf("compartment"));
      },
      "is not in the root compartment",
    ],
    [
      "a policy of somebody's",
      (_, stack) => {
        const statements = ["allow any-user to manage all-resources in tenancy"];
        new OciIdentityPolicy(stack, "p", { compartmentId: HOME.tenancyOcid, name: "p", description: "p", statements });
      },
      "is of no integration",
    ],
    [
      "a bucket",
      (_, stack) => {
        new TerraformResource(stack, "b", { terraformResourceType: "oci_objectstorage_bucket" });
      },
      "a resource of the type oci_objectstorage_bucket has no place here",
    ],
    [
      "a password",
      ({ identity }) => {
        made(identity, "capabilities").addOverride("can_use_console_password", true);
      },
      "a user can log in otherwise",
    ],
    [
      "a user with all that users have",
      ({ identity }) => {
        identity.node.tryRemoveChild("capabilities");
      },
      "a user's credentials are not bounded",
    ],
    [
      "somebody else in the group",
      ({ identity }) => {
        made(identity, "member_bob").addOverride("user_id", ocidOf("user", "x"));
      },
      "the members are",
    ],
    [
      "somebody less in the group",
      ({ identity }) => {
        identity.node.tryRemoveChild("membership");
      },
      "the members are",
    ],
    [
      "somebody in another group",
      ({ identity }) => {
        made(identity, "member_bob").addOverride("group_id", GROUP);
      },
      "someone is in another group",
    ],
    [
      "a key of somebody else's",
      ({ identity }) => {
        made(identity, "api_key").addOverride("user_id", USER);
      },
      "another than one key is made",
    ],
    [
      "a private key as the public one",
      ({ identity }) => {
        made(identity, "api_key").addOverride("key_value", rsaKey().privateKey);
      },
      "a private key is in the JSON\na key is not the public half",
    ],
    [
      "the private key in a tag",
      ({ access, identity }) => {
        access.policy.freeformTags = { key: identity.formValues.private_key_pem ?? "" };
      },
      "the key pair is in resource.oci_identity_policy.finops_access_34615FDF.freeform_tags.key",
    ],
    [
      "the private key for all to see",
      (integration) => {
        made(integration.node.findChild("outputs"), "private_key_pem").addOverride("sensitive", false);
      },
      "the key pair is in output.finops_private_key_pem.value",
    ],
    [
      "a provider elsewhere",
      ({ access }, stack) => {
        new OciProvider(stack, "other", { alias: "other", region: "us-phoenix-1" });
        access.policy.addOverride("provider", "oci.other");
      },
      "the provider oci.other does not work in the home region us-ashburn-1",
    ],
  ])("is %s", (_, change, breach) => {
    expect(changed(change)).toContain(breach);
  });

  it.each(Object.keys(ADDITIONS))("is, beside an integration, one more of the type %s", (type) => {
    const found = changed((integration, stack) => {
      add(stack, type, ADDITIONS[type]?.(integration) ?? {});
    });
    expect(found).toContain(`the resource ${type}.x is of no integration`);
  });

  it.each([
    ["oci_identity_auth_token", "a resource of the type oci_identity_auth_token has no place here"],
    ["oci_identity_ui_password", "a resource of the type oci_identity_ui_password has no place here"],
    ["oci_identity_customer_secret_key", "a resource of the type oci_identity_customer_secret_key has no place here"],
    ["oci_identity_smtp_credential", "a resource of the type oci_identity_smtp_credential has no place here"],
    ["oci_identity_api_key", "another than one key is made"],
    ["oci_identity_user_capabilities_management", "a user's credentials are not bounded"],
    ["oci_identity_group", "an integration has more than one resource of the type oci_identity_group"],
    ["oci_identity_user_group_membership", "someone is in another group"],
  ])("is, in an identity, one more of the type %s", (type, breach) => {
    const found = changed((integration) => {
      add(integration.identity, type, ADDITIONS[type]?.(integration) ?? {});
    });
    expect(found).toContain(breach);
  });

  it.each<[string, (integration: OciIntegration, stack: TerraformStack) => void, string]>([
    [
      "a stranger whom somebody adds to the group",
      ({ identity }, stack) => {
        const group_id = `\${${made(identity, "group").fqn}.id}`;
        add(stack, "oci_identity_user_group_membership", { group_id, user_id: ocidOf("user", "x") });
      },
      "the resource oci_identity_user_group_membership.x is of no integration",
    ],
    [
      "a stranger whom the identity adds to the group",
      ({ identity }) => {
        const group_id = `\${${made(identity, "group").fqn}.id}`;
        add(identity, "oci_identity_user_group_membership", { group_id, user_id: ocidOf("user", "x") });
      },
      `, ${ocidOf("user", "x")}`,
    ],
    [
      "a key by the name of something else that is the integration's",
      ({ identity }, stack) => {
        const name = made(identity, "Resource").friendlyUniqueId;
        stack.addOverride(`resource.oci_identity_api_key.${name}`, { user_id: identity.userOcid, key_value: "x" });
      },
      "the resource oci_identity_api_key.finops_identity_33D36A71 is of no integration",
    ],
    [
      "a module",
      (_, stack) => {
        new TerraformHclModule(stack, "m", { source: "git::https://acme.example/m.git" });
      },
      "a module has no place here",
    ],
    [
      "a short key",
      ({ identity }) => {
        made(identity, "private_key").addOverride("rsa_bits", 1024);
      },
      "a key is weaker than RSA of 2048 bits",
    ],
    [
      "a key of a length that is not known",
      ({ identity }, stack) => {
        const bits = new TerraformVariable(stack, "bits", { type: "number" });
        made(identity, "private_key").addOverride("rsa_bits", bits.numberValue);
      },
      "a key is weaker than RSA of 2048 bits",
    ],
    [
      "a key of another kind",
      ({ identity }) => {
        made(identity, "private_key").addOverride("algorithm", "ED25519");
      },
      "a key is weaker than RSA of 2048 bits",
    ],
    [
      "a short key that is there already",
      ({ identity }) => {
        made(identity, "api_key").addOverride("key_value", rsaKey(1024).publicKey.trim());
      },
      "a key is weaker than RSA of 2048 bits",
    ],
    [
      "half a key that is there already",
      ({ identity }) => {
        const half = "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----";
        made(identity, "api_key").addOverride("key_value", half);
      },
      "a key is weaker than RSA of 2048 bits",
    ],
    [
      "somebody else's key pair",
      ({ identity }) => {
        made(identity, "api_key").addOverride("key_value", "${trimspace(tls_private_key.other.public_key_pem)}");
      },
      "a key is not the public half",
    ],
    [
      "a command",
      ({ access }) => {
        access.policy.addOverride("provisioner", [{ "local-exec": { command: "true" } }]);
      },
      "the resource oci_identity_policy.finops_access_34615FDF must not have 'provisioner'",
    ],
    [
      "a command, told as one",
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
      "several of one",
      ({ identity }) => {
        made(identity, "api_key").addOverride("count", 2);
      },
      "must not have 'count'",
    ],
    [
      "the private key in an error",
      ({ identity }) => {
        const postcondition = [{ condition: "${self.id == null}", error_message: "${self.private_key_pem}" }];
        made(identity, "private_key").addOverride("lifecycle.postcondition", postcondition);
      },
      "must not have 'lifecycle.postcondition'",
    ],
    [
      "the key pair in a local value",
      (integration, stack) => {
        new TerraformLocal(stack, "pair", `\${${pairOf(integration)}}`);
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
  ])("is %s", (_, change, breach) => {
    expect(changed(change)).toContain(breach);
  });

  it.each<[string, boolean, (pair: string) => unknown]>([
    ["the whole key pair", false, (pair) => `\${jsonencode(${pair})}`],
    ["the whole key pair once more, if only as a secret", true, (pair) => `\${jsonencode(${pair})}`],
    ["the private key", false, (pair) => `\${${pair}.private_key_pem}`],
    ["the private key as PKCS8", false, (pair) => `\${${pair}.private_key_pem_pkcs8}`],
    ["the private key as OpenSSH has it", false, (pair) => `\${${pair}.private_key_openssh}`],
    ["the private key by its name", false, (pair) => `\${${pair}["private_key_pem"]}`],
    ["the private key once more, if only as a secret", true, (pair) => `\${${pair}.private_key_pem}`],
    ["the private key without saying that it is one", false, (pair) => `\${nonsensitive(${pair}.private_key_pem)}`],
  ])("is an output with %s", (_, sensitive, valueOf) => {
    const found = changed((integration, stack) => {
      new TerraformOutput(stack, "x", { value: valueOf(pairOf(integration)), sensitive });
    });
    expect(found).toBe("the key pair is in output.x.value");
  });

  it("is an output with the private key on the left", () => {
    const found = changed((integration, stack) => {
      stack.addOverride("output.x", { value: { [`\${${pairOf(integration)}.private_key_pem}`]: "x" } });
    });
    expect(found).toBe("the key pair is in output.x.value");
  });

  it("is something else than the private key in the output for it", () => {
    const found = changed((integration) => {
      const output = made(integration.node.findChild("outputs"), "private_key_pem");
      output.addOverride("value", `\${jsonencode(${pairOf(integration)})}`);
    });
    expect(found).toBe("the key pair is in output.finops_private_key_pem.value");
  });

  it.each<[string, (identity: OciDomainIdentity) => void, string]>([
    [
      "a password",
      ({ user }) => {
        user.addOverride("urnietfparamsscimschemasoracleidcsextensioncapabilities_user.can_use_console_password", true);
      },
      "a user of the domain can log in otherwise",
    ],
    [
      "somebody else in its group",
      ({ group }) => {
        group.addOverride("members.2.ocid", ocidOf("user", "x"));
      },
      "the members are",
    ],
    [
      "somebody else under a person's OCID",
      ({ group }) => {
        group.addOverride("members.2.value", "0123456789abcdef");
      },
      "a member of the domain is another than it says",
    ],
    [
      "a key of somebody else's under the user's OCID",
      ({ apiKey }) => {
        apiKey.resource.addOverride("user.value", "0123456789abcdef");
      },
      "a key of the domain is another user's than it says",
    ],
    [
      "somebody who owns the group",
      ({ group }) => {
        const owners = [{ type: "User", value: "0123456789abcdef" }];
        group.addOverride("urnietfparamsscimschemasoracleidcsextensiongroup_group.owners", owners);
      },
      "must not have 'urnietfparamsscimschemasoracleidcsextensiongroup_group.owners'",
    ],
    [
      "a password that the program knows",
      ({ user }) => {
        user.addOverride("password", "x");
      },
      "must not have 'password'",
    ],
    [
      "a group of that name elsewhere",
      ({ group }) => {
        group.addOverride("idcs_endpoint", "https://idcs.acme.example");
      },
      "something is in another domain",
    ],
  ])("is, in an identity domain, %s", (_, change, breach) => {
    expect(
      changed(({ identity }) => {
        if (identity instanceof OciDomainIdentity) {
          change(identity);
        }
      }, domain),
    ).toContain(breach);
  });

  it("is a stack without any integration that it could be asked of", () => {
    const stack = emptyStack();
    new TlsProvider(stack, "tls");
    new OciProvider(stack, "oci", { region: "us-ashburn-1" });
    new OciBillingExport(stack, "export", HOME);
    expect(violations(stack)).toEqual(["the stack has no integration"]);
  });
});
