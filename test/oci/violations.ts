import { OCI_PERMISSIONS, OciIntegration } from "cdktf-finops/oci";
import { TerraformDataSource, TerraformResource, type TerraformStack } from "cdktf";
import { type IConstruct } from "constructs";
import { createPublicKey } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { META_ARGUMENTS, type Text, textsOf } from "../support/synthesized";
import { type Block, resolved, Template } from "../support/template";
import { type Definition, type Grant, parseStatement, type Statement, type Subject } from "./statements";

/** What cannot be read off the synthesized JSON. */
export interface Expected {
  /** OCIDs of the people who are responsible. */
  readonly people?: readonly string[];
  /** OCID of Oracle's tenancy with the reports, outside of the realm `oc1`. */
  readonly reportTenancy?: string;
}

// As Oracle's documentation has it: https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/costusagereportsoverview.htm
const REPORT_TENANCY_OF_OC1 = "ocid1.tenancy.oc1..aaaaaaaaned4fkpkisbwjlr56u7cj63lf3wffbilvqknstgtvzub7vhqkggq";

/** What a stack's OCI integrations grant or give away beyond the least, a sentence each. */
export function violations(stack: TerraformStack, told: Expected = {}): string[] {
  const { json } = Template.of(stack);
  const integrations = stack.node.findAll().filter((node) => node instanceof OciIntegration);
  const parts = integrations.map((integration) => new Parts(stack, json, integration));
  return [
    ...(integrations.length === 0 ? ["the stack has no integration"] : []),
    ...strangers(json, parts),
    ...secrets(json, parts),
    ...parts.flatMap((one) => [
      ...policyBreaches(one, told),
      ...countBreaches(one),
      ...domainBreaches(one),
      ...memberBreaches(one, told),
      ...credentialBreaches(one),
      ...providerBreaches(one),
    ]),
  ];
}

/** The blocks of the synthesized JSON that an integration and its parts make. */
class Parts {
  private readonly own: ReadonlySet<string>;

  constructor(
    private readonly stack: TerraformStack,
    readonly json: Block,
    readonly integration: OciIntegration,
  ) {
    const { identity, billingExport, access } = integration;
    this.own = new Set(
      [integration, identity, billingExport, access]
        .flatMap((part) => part.node.findAll())
        .flatMap((node) => addressOf(node)),
    );
  }

  owns(section: Section, type: string, name: string): boolean {
    return this.own.has(address(section, type, name));
  }

  get tenancy(): string {
    return this.resolved(this.integration.billingExport.tenancyOcid);
  }

  get userOcid(): string {
    return this.resolved(this.integration.identity.userOcid);
  }

  names(section: Section, type: string): string[] {
    return this.entries(section, type).map(([name]) => name);
  }

  blocks(section: Section, type: string): Block[] {
    return this.entries(section, type).map(([, block]) => block);
  }

  entries(section: Section, type: string): [string, Block][] {
    return Object.entries(blocksOf(this.json, section, type)).filter(([name]) => this.owns(section, type, name));
  }

  /** All blocks of Oracle's provider. */
  get all(): Block[] {
    return SECTIONS.flatMap((section) =>
      Object.keys(sectionOf(this.json, section))
        .filter((type) => type.startsWith("oci_"))
        .flatMap((type) => this.blocks(section, type)),
    );
  }

  private resolved(value: string): string {
    return resolved(this.stack, value) as string;
  }
}

const SECTIONS = ["resource", "data"] as const;

type Section = (typeof SECTIONS)[number];

function sectionOf(json: Block, section: Section): Record<string, Record<string, Block>> {
  return (json[section] ?? {}) as Record<string, Record<string, Block>>;
}

function blocksOf(json: Block, section: Section, type: string): Record<string, Block> {
  return sectionOf(json, section)[type] ?? {};
}

function address(section: Section, type: string, name: string): string {
  return `${section}.${type}.${name}`;
}

/** The one block that a construct is; nothing of a construct that is none. */
function addressOf(node: IConstruct): string[] {
  if (TerraformResource.isTerraformResource(node)) {
    return [address("resource", node.terraformResourceType, node.friendlyUniqueId)];
  }
  return TerraformDataSource.isTerraformDataSource(node)
    ? [address("data", node.terraformResourceType, node.friendlyUniqueId)]
    : [];
}

// A module, for one, could make anything.
const PARTS_OF_JSON = ["terraform", "provider", "resource", "data", "output", "variable", "locals"];

const TAGS = ["freeform_tags", "defined_tags"];
const DOMAIN_TAGS = "urnietfparamsscimschemasoracleidcsextension_oci_tags";
/** All that there may be, by type: the arguments, each with all that is in it. */
const ARGUMENTS: Record<Section, Record<string, readonly string[]>> = {
  resource: {
    oci_identity_api_key: [...META_ARGUMENTS, "key_value", "user_id"],
    oci_identity_domains_api_key: [...META_ARGUMENTS, "idcs_endpoint", "key", "schemas", "user.ocid", "user.value"],
    // Nobody but administrators owns the group.
    oci_identity_domains_group: [
      ...META_ARGUMENTS,
      "attribute_sets",
      "display_name",
      "idcs_endpoint",
      "members",
      "schemas",
      "urnietfparamsscimschemasoracleidcsextensiongroup_group.description",
      DOMAIN_TAGS,
    ],
    oci_identity_domains_user: [
      ...META_ARGUMENTS,
      "description",
      "display_name",
      "emails",
      "idcs_endpoint",
      "name",
      "schemas",
      "urnietfparamsscimschemasoracleidcsextensioncapabilities_user",
      "user_name",
      DOMAIN_TAGS,
    ],
    oci_identity_group: [...META_ARGUMENTS, ...TAGS, "compartment_id", "description", "name"],
    oci_identity_policy: [...META_ARGUMENTS, ...TAGS, "compartment_id", "description", "name", "statements"],
    oci_identity_user: [...META_ARGUMENTS, ...TAGS, "compartment_id", "description", "email", "name"],
    oci_identity_user_capabilities_management: [
      ...META_ARGUMENTS,
      "can_use_api_keys",
      "can_use_auth_tokens",
      "can_use_console_password",
      "can_use_customer_secret_keys",
      "can_use_smtp_credentials",
      "user_id",
    ],
    oci_identity_user_group_membership: [...META_ARGUMENTS, "group_id", "user_id"],
    // No `lifecycle`: the text of an error could show the key, as `self`.
    tls_private_key: ["algorithm", "depends_on", "provider", "rsa_bits"],
  },
  data: {
    oci_identity_domains: [...META_ARGUMENTS, "compartment_id", "filter"],
    oci_identity_domains_users: [...META_ARGUMENTS, "idcs_endpoint", "user_filter"],
    oci_identity_group: [...META_ARGUMENTS, "group_id"],
    oci_identity_user: [...META_ARGUMENTS, "user_id"],
  },
};

/** What is of no integration, or of no kind that one makes: nothing else can be judged. */
function strangers(json: Block, parts: readonly Parts[]): string[] {
  const blocks = SECTIONS.flatMap((section) =>
    Object.entries(sectionOf(json, section)).flatMap(([type, named]) =>
      Object.entries(named).map(([name, block]) => ({ section, type, name, block })),
    ),
  );
  return [
    ...Object.keys(json)
      .filter((name) => !PARTS_OF_JSON.includes(name))
      .map((name) => `a ${name} has no place here`),
    ...blocks.flatMap(({ section, type, name, block }) => {
      const known = ARGUMENTS[section][type];
      const owned = parts.some((one) => one.owns(section, type, name));
      return [
        ...(owned ? [] : [`the ${section} ${type}.${name} is of no integration`]),
        ...(known === undefined
          ? [`a ${section} of the type ${type} has no place here`]
          : argumentsOf(block)
              .filter((path) => !known.some((one) => path === one || path.startsWith(`${one}.`)))
              .map((path) => `the ${section} ${type}.${name} must not have '${path}'`)),
      ];
    }),
    ...providersOf(json)
      .flatMap((provider) => ["private_key", "private_key_password"].filter((name) => name in provider))
      .map((name) => `a provider has '${name}'`),
  ];
}

/** The arguments of a block, those in another after a dot. */
function argumentsOf(block: Block): string[] {
  return Object.entries(block).flatMap(([name, value]) => {
    const inner =
      typeof value === "object" && value !== null && !Array.isArray(value) ? argumentsOf(value as Block) : [];
    return inner.length === 0 ? [name] : inner.map((path) => `${name}.${path}`);
  });
}

function providersOf(json: Block): Block[] {
  // Terraform reads a single one outside of a list just as well.
  return [((json.provider ?? {}) as { oci?: Block | Block[] }).oci ?? []].flat();
}

/** Of a key pair anything is a secret, but for the public half as the API key: whoever has the whole has the private half. */
function secrets(json: Block, parts: readonly Parts[]): string[] {
  const texts = textsOf(json);
  const allowed = [{ path: "resource", text: "tls_private_key" }, ...parts.flatMap((one) => usesOf(one))];
  return [
    ...texts
      .filter(({ text }) => text.includes("tls_private_key"))
      .filter((use) => !allowed.some((one) => isDeepStrictEqual(one, use)))
      .map(({ path }) => `the key pair is in ${path}`),
    ...(texts.some(({ text }) => text.includes("PRIVATE KEY")) ? ["a private key is in the JSON"] : []),
  ];
}

/** Where an integration's key pair has its place: the public half in the API key, the private one in the output for it. */
function usesOf(parts: Parts): Text[] {
  const keys = [
    ...parts.names("resource", "oci_identity_api_key").map((name) => `oci_identity_api_key.${name}.key_value`),
    ...parts
      .names("resource", "oci_identity_domains_api_key")
      .map((name) => `oci_identity_domains_api_key.${name}.key`),
  ];
  const output = `${parts.integration.outputPrefix}_private_key_pem`;
  const { sensitive } = ((parts.json.output ?? {}) as Record<string, Block>)[output] ?? {};
  return parts
    .names("resource", "tls_private_key")
    .flatMap((name) => [
      ...keys.map((key) => ({ path: `resource.${key}`, text: publicHalf(name) })),
      ...["private_key_pem", "private_key_pem_pkcs8"]
        .filter(() => sensitive === true)
        .map((half) => ({ path: `output.${output}.value`, text: `\${tls_private_key.${name}.${half}}` })),
    ]);
}

function publicHalf(name: string): string {
  return `\${trimspace(tls_private_key.${name}.public_key_pem)}`;
}

function policyBreaches(parts: Parts, told: Expected): string[] {
  const policies = parts.entries("resource", "oci_identity_policy").map(([name, block]) => {
    const texts = block.statements as string[];
    return { name, block, statements: texts.map((text) => ({ text, statement: understood(text) })) };
  });
  const granted = policies.flatMap(({ statements }) =>
    statements.flatMap(({ statement }) =>
      statement === undefined || statement.kind === "define" ? [] : [`${statement.verb} ${statement.resourceType}`],
    ),
  );
  const said = parts.integration.permissions.flatMap(({ actions }) => actions);
  return [
    ...policies.flatMap(({ name, block, statements }) =>
      [...placeBreaches(block, parts), ...statementBreaches(statements, parts, told)].map(
        (problem) => `the policy ${name} ${problem}`,
      ),
    ),
    ...(policies.filter(({ statements }) => kindsOf(statements) === CROSSING).length === 1
      ? []
      : ["not exactly one policy is about the tenancy with the reports"]),
    ...(isDeepStrictEqual([...granted].sort(), [...said].sort())
      ? []
      : [`the integration says that it grants ${said.join(", ")}, and grants ${granted.join(", ")}`]),
  ];
}

interface Read {
  readonly text: string;
  /** Nothing where it is not understood. */
  readonly statement?: Statement;
}

function understood(text: string): Statement | undefined {
  try {
    return parseStatement(text);
  } catch {
    return undefined;
  }
}

// The alias holds for what comes after it in its policy, and for that policy only.
const CROSSING = "define, endorse";

function kindsOf(statements: readonly Read[]): string {
  return statements.map(({ statement }) => statement?.kind ?? "what is not understood").join(", ");
}

function placeBreaches({ compartment_id, statements }: Block, { tenancy }: Parts): string[] {
  const { length } = statements as string[];
  return [
    ...(compartment_id === tenancy ? [] : ["is not in the root compartment"]),
    ...(length <= 50 ? [] : [`has ${length} statements`]),
  ];
}

function statementBreaches(statements: readonly Read[], parts: Parts, told: Expected): string[] {
  const kinds = kindsOf(statements);
  const read = statements.flatMap(({ statement }) => statement ?? []);
  const definitions = read.filter((statement) => statement.kind === "define");
  return [
    ...(kinds === CROSSING || /^allow(?:, allow)*$/.test(kinds) ? [] : [`is made of ${kinds}`]),
    ...definitions.flatMap((definition) => definitionBreaches(definition, parts, told)),
    ...statements.flatMap(({ text, statement }) =>
      statement === undefined || statement.kind === "define"
        ? []
        : grantBreaches(statement, definitions[0]?.alias, subjectsOf(parts)).map(
            (problem) => `has '${text}', ${problem}`,
          ),
    ),
  ];
}

function definitionBreaches({ of, ocid }: Definition, { tenancy }: Parts, { reportTenancy }: Expected): string[] {
  const realm = (one: string): string | undefined => (one.startsWith("ocid1.") ? one.split(".")[2] : undefined);
  const expected = reportTenancy ?? REPORT_TENANCY_OF_OC1;
  const [home, there] = [realm(tenancy), realm(ocid)];
  return [
    ...(of === "tenancy" ? [] : [`defines a ${of}`]),
    ...(ocid === expected ? [] : [`trusts the tenancy ${ocid}`]),
    ...(home === undefined || there === undefined || home === there ? [] : [`trusts a tenancy of the realm ${there}`]),
  ];
}

function grantBreaches(grant: Grant, alias: string | undefined, subjects: readonly Subject[]): string[] {
  const { kind, subject, verb, resourceType, location, condition } = grant;
  const own = kind === "allow" && location.type === "tenancy";
  const defined = kind === "endorse" && location.type === "other tenancy" && location.alias === alias;
  const where = own ? "tenancy" : `tenancy ${alias ?? ""}`;
  const known = OCI_PERMISSIONS.some(
    ({ actions, resource }) => resource === where && actions.includes(`${verb} ${resourceType}`),
  );
  return [
    ...(["inspect", "read"].includes(verb) ? [] : ["which is more than reading"]),
    ...(subjects.some((one) => isDeepStrictEqual(one, subject)) ? [] : ["which is not about the platform's group"]),
    ...(own || defined ? [] : ["which is about another place"]),
    ...(known && condition === undefined ? [] : ["which is not in the catalogue"]),
  ];
}

/** The integration's group as a statement may name it. */
function subjectsOf(parts: Parts): Subject[] {
  const reference = (name: string, attribute: string): string => `\${${name}.${attribute}}`;
  return [
    ...parts.names("resource", "oci_identity_group").flatMap<Subject>((name) => [
      { type: "group", name: reference(`oci_identity_group.${name}`, "name") },
      { type: "group id", ocid: reference(`oci_identity_group.${name}`, "id") },
    ]),
    ...parts.names("data", "oci_identity_group").map<Subject>((name) => ({
      type: "group id",
      ocid: reference(`data.oci_identity_group.${name}`, "group_id"),
    })),
    ...parts.names("resource", "oci_identity_domains_group").map<Subject>((name) => ({
      type: "group",
      name: reference(`oci_identity_domains_group.${name}`, "display_name"),
      domain: domainName(parts),
    })),
  ];
}

function domainName(parts: Parts): string {
  const filters = parts.blocks("data", "oci_identity_domains").flatMap(({ filter }) => filter as Block[]);
  const names = filters.filter(({ name }) => name === "display_name").flatMap(({ values }) => values as string[]);
  return names.length === 1 ? (names[0] ?? "") : "";
}

// The policies are counted by what they grant, and the members by who they are.
const SEVERAL = ["oci_identity_policy", "oci_identity_user_group_membership", "oci_identity_domains_users"];

function countBreaches(parts: Parts): string[] {
  return SECTIONS.flatMap((section) =>
    Object.keys(ARGUMENTS[section])
      .filter((type) => !SEVERAL.includes(type) && parts.names(section, type).length > 1)
      .map((type) => `an integration has more than one ${section} of the type ${type}`),
  );
}

/** What is made or read in a domain is in the one that the policies name. */
function domainBreaches(parts: Parts): string[] {
  const endpoints = parts
    .names("data", "oci_identity_domains")
    .map((name) => `\${data.oci_identity_domains.${name}.domains[0].url}`);
  return parts.all.every(({ idcs_endpoint: at }) => at === undefined || endpoints.includes(at as string))
    ? []
    : ["something is in another domain"];
}

/** Who gets it: the platform's user, and the people who are responsible; where user and group are there already, nobody. */
function memberBreaches(parts: Parts, { people = [] }: Expected): string[] {
  const made = [
    ...parts.names("resource", "oci_identity_user").map((name) => `oci_identity_user.${name}`),
    ...parts.names("resource", "oci_identity_domains_user").map((name) => `oci_identity_domains_user.${name}`),
    ...parts.names("resource", "oci_identity_group").map((name) => `oci_identity_group.${name}`),
  ];
  const expected = made.length > 0 ? [parts.userOcid, ...people] : [];
  const memberships = parts.blocks("resource", "oci_identity_user_group_membership");
  const inDomain = parts
    .blocks("resource", "oci_identity_domains_group")
    .flatMap(({ members = [] }) => members as Block[]);
  const got = [...memberships.map(({ user_id }) => user_id), ...inDomain.map(({ ocid }) => ocid)] as string[];
  // A domain goes by ids of its own: that of the user whom it makes, or of the one whom it is asked for.
  const lookups = parts
    .entries("data", "oci_identity_domains_users")
    .map(([name, { user_filter }]) => [`\${data.oci_identity_domains_users.${name}.users[0].id}`, user_filter]);
  const strange = inDomain.filter(({ value, ocid }) => {
    const asked = lookups.find(([id]) => id === value)?.[1];
    return asked === undefined ? value !== idInDomain(ocid as string) : asked !== `ocid eq "${String(ocid)}"`;
  });
  const groups = subjectsOf(parts).flatMap((one) => (one.type === "group id" ? [one.ocid] : []));
  return [
    ...(isDeepStrictEqual([...got].sort(), [...expected].sort()) ? [] : [`the members are ${got.join(", ")}`]),
    ...(strange.length === 0 ? [] : ["a member of the domain is another than it says"]),
    ...(memberships.every(({ group_id }) => groups.includes(group_id as string))
      ? []
      : ["someone is in another group"]),
  ];
}

/** The domain's own id of a user that is made in it. */
function idInDomain(ocid: string): string {
  return ocid.replace(/\.ocid\}$/, ".id}");
}

/** A user who is made can use API keys and nothing else; nobody gets more than one, and of it the public half. */
function credentialBreaches(parts: Parts): string[] {
  const users = parts.names("resource", "oci_identity_user").map((name) => `\${oci_identity_user.${name}.id}`);
  const managed = parts.blocks("resource", "oci_identity_user_capabilities_management");
  const inDomain = parts
    .blocks("resource", "oci_identity_domains_user")
    .map((user) => user.urnietfparamsscimschemasoracleidcsextensioncapabilities_user as Block | undefined);
  const inDomainOf = parts.blocks("resource", "oci_identity_domains_api_key");
  const keys = [
    ...parts.blocks("resource", "oci_identity_api_key").map(({ key_value, user_id }) => [key_value, user_id]),
    ...inDomainOf.map(({ key, user }) => [key, (user as Block).ocid]),
  ] as [string, string][];
  const pairs = parts.entries("resource", "tls_private_key");
  const literal = keys.map(([key]) => key).filter((key) => PUBLIC_PEM.test(key));
  const made = pairs.map(([name]) => publicHalf(name));
  return [
    ...(isDeepStrictEqual(
      managed.map(({ user_id }) => user_id),
      users,
    )
      ? []
      : ["a user's credentials are not bounded"]),
    ...(managed.every((one) => isDeepStrictEqual(capabilities(one), CLASSIC)) ? [] : ["a user can log in otherwise"]),
    ...(inDomain.every((one) => isDeepStrictEqual(capabilities(one ?? {}), IN_DOMAIN))
      ? []
      : ["a user of the domain can log in otherwise"]),
    ...(keys.length === 1 && keys.every(([, user]) => user === parts.userOcid) ? [] : ["another than one key is made"]),
    ...(inDomainOf.every(({ user }) => (user as Block).value === idInDomain(parts.userOcid))
      ? []
      : ["a key of the domain is another user's than it says"]),
    ...(keys.every(([key]) => literal.includes(key) || made.includes(key)) ? [] : ["a key is not the public half"]),
    ...(pairs.every(([, pair]) => isStrong(pair.algorithm, pair.rsa_bits)) && literal.every((key) => isStrongPem(key))
      ? []
      : ["a key is weaker than RSA of 2048 bits"]),
  ];
}

function isStrong(algorithm: unknown, bits: unknown): boolean {
  return algorithm === "RSA" && typeof bits === "number" && bits >= 2048;
}

function isStrongPem(pem: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey(pem);
    return isStrong(asymmetricKeyType?.toUpperCase(), asymmetricKeyDetails?.modulusLength);
  } catch {
    return false;
  }
}

const PUBLIC_PEM = /^-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\n]+-----END PUBLIC KEY-----$/;

const CLASSIC = {
  can_use_api_keys: true,
  can_use_auth_tokens: false,
  can_use_console_password: false,
  can_use_customer_secret_keys: false,
  can_use_smtp_credentials: false,
};

const IN_DOMAIN = {
  ...CLASSIC,
  can_use_console: false,
  can_use_db_credentials: false,
  can_use_oauth2client_credentials: false,
};

function capabilities(block: Block): Block {
  return Object.fromEntries(Object.entries(block).filter(([name]) => name.startsWith("can_use_")));
}

/** IAM can be written in the home region only: whatever makes or reads something has to work there. */
function providerBreaches(parts: Parts): string[] {
  const providers = providersOf(parts.json);
  const used = new Set(parts.all.map(({ provider = "oci" }) => provider as string));
  const { region } = parts.integration.billingExport;
  return [...used].flatMap((name) => {
    const found = providers.find(({ alias }) => name === (alias === undefined ? "oci" : `oci.${alias as string}`));
    return found?.region === region ? [] : [`the provider ${name} does not work in the home region ${region}`];
  });
}
