import { OCI_PERMISSIONS, OciIntegration } from "cdktf-finops/oci";
import { TerraformDataSource, TerraformResource, type TerraformStack } from "cdktf";
import { type IConstruct } from "constructs";
import { createPublicKey } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { META_ARGUMENTS, type Text, textsOf } from "../support/synthesized";
import { type Block, resolved, Template } from "../support/template";
import { type Definition, type Grant, parseStatement, type Statement, type Subject } from "./statements";

/** Expected values that the synthesized JSON does not show. */
export interface Expected {
  /** OCIDs of the responsible people. */
  readonly people?: readonly string[];
  /** OCID of Oracle's tenancy that contains the reports, outside the realm `oc1`. */
  readonly reportTenancy?: string;
}

// From Oracle's documentation: https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/costusagereportsoverview.htm
const REPORT_TENANCY_OF_OC1 = "ocid1.tenancy.oc1..aaaaaaaaned4fkpkisbwjlr56u7cj63lf3wffbilvqknstgtvzub7vhqkggq";

/** Violations of least privilege by the OCI integrations of a stack, a sentence each. */
export function violations(stack: TerraformStack, expected: Expected = {}): string[] {
  const { json } = Template.of(stack);
  const integrations = stack.node.findAll().filter((node) => node instanceof OciIntegration);
  const parts = integrations.map((integration) => new Parts(stack, json, integration));
  return [
    ...(integrations.length === 0 ? ["the stack has no integration"] : []),
    ...unexpectedBlocks(json, parts),
    ...checkSecrets(json, parts),
    ...parts.flatMap((one) => [
      ...checkPolicies(one, expected),
      ...checkCounts(one),
      ...checkDomains(one),
      ...checkMembers(one, expected),
      ...checkCredentials(one),
      ...checkProviders(one),
    ]),
  ];
}

/** Blocks of the synthesized JSON that an integration and its parts create. */
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

  /** Blocks of Oracle's provider. */
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

/** Address of a construct's block; empty if the construct has none. */
function addressOf(node: IConstruct): string[] {
  if (TerraformResource.isTerraformResource(node)) {
    return [address("resource", node.terraformResourceType, node.friendlyUniqueId)];
  }
  return TerraformDataSource.isTerraformDataSource(node)
    ? [address("data", node.terraformResourceType, node.friendlyUniqueId)]
    : [];
}

// Others are refused: a module, for example, could create anything.
const JSON_SECTIONS = ["terraform", "provider", "resource", "data", "output", "variable", "locals"];

const TAGS = ["freeform_tags", "defined_tags"];
const DOMAIN_TAGS = "urnietfparamsscimschemasoracleidcsextension_oci_tags";
/** Allowed arguments by type, each with everything inside it. */
const ALLOWED_ARGUMENTS: Record<Section, Record<string, readonly string[]>> = {
  resource: {
    oci_identity_api_key: [...META_ARGUMENTS, "key_value", "user_id"],
    oci_identity_domains_api_key: [...META_ARGUMENTS, "idcs_endpoint", "key", "schemas", "user.ocid", "user.value"],
    // No owners: only administrators may change the group.
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
    // No `lifecycle`: an error message could show the key by `self`.
    tls_private_key: ["algorithm", "depends_on", "provider", "rsa_bits"],
  },
  data: {
    oci_identity_domains: [...META_ARGUMENTS, "compartment_id", "filter"],
    oci_identity_domains_users: [...META_ARGUMENTS, "idcs_endpoint", "user_filter"],
    oci_identity_group: [...META_ARGUMENTS, "group_id"],
    oci_identity_user: [...META_ARGUMENTS, "user_id"],
  },
};

/** Finds blocks that belong to no integration or are of an unknown type. The other checks cover known blocks only. */
function unexpectedBlocks(json: Block, parts: readonly Parts[]): string[] {
  const blocks = SECTIONS.flatMap((section) =>
    Object.entries(sectionOf(json, section)).flatMap(([type, byName]) =>
      Object.entries(byName).map(([name, block]) => ({ section, type, name, block })),
    ),
  );
  return [
    ...Object.keys(json)
      .filter((name) => !JSON_SECTIONS.includes(name))
      .map((name) => `unexpected section '${name}'`),
    ...blocks.flatMap(({ section, type, name, block }) => {
      const allowed = ALLOWED_ARGUMENTS[section][type];
      const owned = parts.some((one) => one.owns(section, type, name));
      return [
        ...(owned ? [] : [`the ${section} ${type}.${name} belongs to no integration`]),
        ...(allowed === undefined
          ? [`unexpected ${section} of the type ${type}`]
          : argumentsOf(block)
              .filter((path) => !allowed.some((one) => path === one || path.startsWith(`${one}.`)))
              .map((path) => `the ${section} ${type}.${name} must not have '${path}'`)),
      ];
    }),
    ...providersOf(json)
      .flatMap((provider) => ["private_key", "private_key_password"].filter((name) => name in provider))
      .map((name) => `a provider has '${name}'`),
  ];
}

/** Paths of a block's arguments; nested ones follow after a dot. */
function argumentsOf(block: Block): string[] {
  return Object.entries(block).flatMap(([name, value]) => {
    const inner =
      typeof value === "object" && value !== null && !Array.isArray(value) ? argumentsOf(value as Block) : [];
    return inner.length === 0 ? [name] : inner.map((path) => `${name}.${path}`);
  });
}

function providersOf(json: Block): Block[] {
  // Terraform also accepts a single provider outside of a list.
  return [((json.provider ?? {}) as { oci?: Block | Block[] }).oci ?? []].flat();
}

/** Checks that a key pair is used only for the public key of the API key and for the output of the private key. */
function checkSecrets(json: Block, parts: readonly Parts[]): string[] {
  const texts = textsOf(json);
  const allowed = [{ path: "resource", text: "tls_private_key" }, ...parts.flatMap((one) => allowedUses(one))];
  return [
    ...texts
      .filter(({ text }) => text.includes("tls_private_key"))
      .filter((use) => !allowed.some((one) => isDeepStrictEqual(one, use)))
      .map(({ path }) => `the key pair is in ${path}`),
    ...(texts.some(({ text }) => text.includes("PRIVATE KEY")) ? ["a private key is in the JSON"] : []),
  ];
}

/** Allowed uses of an integration's key pair: the public key in the API key, the private key in its output. */
function allowedUses(parts: Parts): Text[] {
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
      ...keys.map((key) => ({ path: `resource.${key}`, text: publicKeyOf(name) })),
      ...["private_key_pem", "private_key_pem_pkcs8"]
        .filter(() => sensitive === true)
        .map((attribute) => ({ path: `output.${output}.value`, text: `\${tls_private_key.${name}.${attribute}}` })),
    ]);
}

function publicKeyOf(name: string): string {
  return `\${trimspace(tls_private_key.${name}.public_key_pem)}`;
}

function checkPolicies(parts: Parts, expected: Expected): string[] {
  const policies = parts.entries("resource", "oci_identity_policy").map(([name, block]) => {
    const texts = block.statements as string[];
    return { name, block, statements: texts.map((text) => ({ text, statement: parsed(text) })) };
  });
  const granted = policies.flatMap(({ statements }) =>
    statements.flatMap(({ statement }) =>
      statement === undefined || statement.kind === "define" ? [] : [`${statement.verb} ${statement.resourceType}`],
    ),
  );
  const reported = parts.integration.permissions.flatMap(({ actions }) => actions);
  return [
    ...policies.flatMap(({ name, block, statements }) =>
      [...checkLocation(block, parts), ...checkStatements(statements, parts, expected)].map(
        (problem) => `the policy ${name} ${problem}`,
      ),
    ),
    ...(policies.filter(({ statements }) => kindsOf(statements) === ENDORSEMENT).length === 1
      ? []
      : ["not exactly one policy endorses access to the reports"]),
    ...(isDeepStrictEqual([...granted].sort(), [...reported].sort())
      ? []
      : [`the integration reports the permissions ${reported.join(", ")}, but grants ${granted.join(", ")}`]),
  ];
}

interface ParsedStatement {
  readonly text: string;
  /** `undefined` if the parser does not know the statement. */
  readonly statement?: Statement;
}

function parsed(text: string): Statement | undefined {
  try {
    return parseStatement(text);
  } catch {
    return undefined;
  }
}

// An alias is valid only in the policy that defines it, and only in the statements after its definition.
const ENDORSEMENT = "define, endorse";

function kindsOf(statements: readonly ParsedStatement[]): string {
  return statements.map(({ statement }) => statement?.kind ?? "unknown").join(", ");
}

function checkLocation({ compartment_id, statements }: Block, { tenancy }: Parts): string[] {
  const { length } = statements as string[];
  return [
    ...(compartment_id === tenancy ? [] : ["is not in the root compartment"]),
    ...(length <= 50 ? [] : [`has ${length} statements`]),
  ];
}

function checkStatements(statements: readonly ParsedStatement[], parts: Parts, expected: Expected): string[] {
  const kinds = kindsOf(statements);
  const known = statements.flatMap(({ statement }) => statement ?? []);
  const definitions = known.filter((statement) => statement.kind === "define");
  return [
    ...(kinds === ENDORSEMENT || /^allow(?:, allow)*$/.test(kinds) ? [] : [`has the statements ${kinds}`]),
    ...definitions.flatMap((definition) => checkDefinition(definition, parts, expected)),
    ...statements.flatMap(({ text, statement }) =>
      statement === undefined || statement.kind === "define"
        ? []
        : checkGrant(statement, definitions[0]?.alias, subjectsOf(parts)).map((problem) => `has '${text}', ${problem}`),
    ),
  ];
}

function checkDefinition({ of, ocid }: Definition, { tenancy }: Parts, { reportTenancy }: Expected): string[] {
  const realm = (one: string): string | undefined => (one.startsWith("ocid1.") ? one.split(".")[2] : undefined);
  const expected = reportTenancy ?? REPORT_TENANCY_OF_OC1;
  const [ownRealm, otherRealm] = [realm(tenancy), realm(ocid)];
  return [
    ...(of === "tenancy" ? [] : [`defines a ${of}`]),
    ...(ocid === expected ? [] : [`trusts the tenancy ${ocid}`]),
    ...(ownRealm === undefined || otherRealm === undefined || ownRealm === otherRealm
      ? []
      : [`trusts a tenancy of the realm ${otherRealm}`]),
  ];
}

function checkGrant(grant: Grant, alias: string | undefined, subjects: readonly Subject[]): string[] {
  const { kind, subject, verb, resourceType, location, condition } = grant;
  const own = kind === "allow" && location.type === "tenancy";
  const defined = kind === "endorse" && location.type === "other tenancy" && location.alias === alias;
  const scope = own ? "tenancy" : `tenancy ${alias ?? ""}`;
  const known = OCI_PERMISSIONS.some(
    ({ actions, resource }) => resource === scope && actions.includes(`${verb} ${resourceType}`),
  );
  return [
    ...(["inspect", "read"].includes(verb) ? [] : ["which grants more than reading"]),
    ...(subjects.some((one) => isDeepStrictEqual(one, subject)) ? [] : ["whose subject is not the platform's group"]),
    ...(own || defined ? [] : ["whose location is not allowed"]),
    ...(known && condition === undefined ? [] : ["which is not in the catalogue"]),
  ];
}

/** Subjects by which a statement may name the integration's group. */
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

// Types that may occur several times: other checks compare the statements of policies and the members.
const REPEATABLE_TYPES = ["oci_identity_policy", "oci_identity_user_group_membership", "oci_identity_domains_users"];

function checkCounts(parts: Parts): string[] {
  return SECTIONS.flatMap((section) =>
    Object.keys(ALLOWED_ARGUMENTS[section])
      .filter((type) => !REPEATABLE_TYPES.includes(type) && parts.names(section, type).length > 1)
      .map((type) => `an integration has more than one ${section} of the type ${type}`),
  );
}

/** Checks that all blocks of identity domains use the domain that the policies name. */
function checkDomains(parts: Parts): string[] {
  const endpoints = parts
    .names("data", "oci_identity_domains")
    .map((name) => `\${data.oci_identity_domains.${name}.domains[0].url}`);
  return parts.all.every(
    ({ idcs_endpoint: endpoint }) => endpoint === undefined || endpoints.includes(endpoint as string),
  )
    ? []
    : ["a block uses another domain"];
}

/** Checks the members: the platform's user and the responsible people; none if user and group are existing ones. */
function checkMembers(parts: Parts, { people = [] }: Expected): string[] {
  const created = [
    ...parts.names("resource", "oci_identity_user").map((name) => `oci_identity_user.${name}`),
    ...parts.names("resource", "oci_identity_domains_user").map((name) => `oci_identity_domains_user.${name}`),
    ...parts.names("resource", "oci_identity_group").map((name) => `oci_identity_group.${name}`),
  ];
  const expected = created.length > 0 ? [parts.userOcid, ...people] : [];
  const memberships = parts.blocks("resource", "oci_identity_user_group_membership");
  const inDomain = parts
    .blocks("resource", "oci_identity_domains_group")
    .flatMap(({ members = [] }) => members as Block[]);
  const got = [...memberships.map(({ user_id }) => user_id), ...inDomain.map(({ ocid }) => ocid)] as string[];
  // A domain has its own ids: that of the user it creates, or the result of a lookup.
  const lookups = parts
    .entries("data", "oci_identity_domains_users")
    .map(([name, { user_filter }]) => [`\${data.oci_identity_domains_users.${name}.users[0].id}`, user_filter]);
  const mismatched = inDomain.filter(({ value, ocid }) => {
    const filter = lookups.find(([id]) => id === value)?.[1];
    return filter === undefined ? value !== idInDomain(ocid as string) : filter !== `ocid eq "${String(ocid)}"`;
  });
  const groups = subjectsOf(parts).flatMap((one) => (one.type === "group id" ? [one.ocid] : []));
  return [
    ...(isDeepStrictEqual([...got].sort(), [...expected].sort()) ? [] : [`the members are ${got.join(", ")}`]),
    ...(mismatched.length === 0 ? [] : ["the id of a domain member does not match its OCID"]),
    ...(memberships.every(({ group_id }) => groups.includes(group_id as string))
      ? []
      : ["a membership is for another group"]),
  ];
}

/** Id in the domain of a user that is created in it. */
function idInDomain(ocid: string): string {
  return ocid.replace(/\.ocid\}$/, ".id}");
}

/** Checks that a new user can have only API keys, and that there is one key, of which only the public key is uploaded. */
function checkCredentials(parts: Parts): string[] {
  const users = parts.names("resource", "oci_identity_user").map((name) => `\${oci_identity_user.${name}.id}`);
  const managed = parts.blocks("resource", "oci_identity_user_capabilities_management");
  const inDomain = parts
    .blocks("resource", "oci_identity_domains_user")
    .map((user) => user.urnietfparamsscimschemasoracleidcsextensioncapabilities_user as Block | undefined);
  const domainKeys = parts.blocks("resource", "oci_identity_domains_api_key");
  const keys = [
    ...parts.blocks("resource", "oci_identity_api_key").map(({ key_value, user_id }) => [key_value, user_id]),
    ...domainKeys.map(({ key, user }) => [key, (user as Block).ocid]),
  ] as [string, string][];
  const pairs = parts.entries("resource", "tls_private_key");
  const literals = keys.map(([key]) => key).filter((key) => PUBLIC_PEM.test(key));
  const references = pairs.map(([name]) => publicKeyOf(name));
  return [
    ...(isDeepStrictEqual(
      managed.map(({ user_id }) => user_id),
      users,
    )
      ? []
      : ["the credentials of a user are not limited"]),
    ...(managed.every((one) => isDeepStrictEqual(capabilities(one), DEFAULT_DOMAIN_CAPABILITIES))
      ? []
      : ["a user can have other credentials"]),
    ...(inDomain.every((one) => isDeepStrictEqual(capabilities(one ?? {}), DOMAIN_CAPABILITIES))
      ? []
      : ["a domain user can have other credentials"]),
    ...(keys.length === 1 && keys.every(([, user]) => user === parts.userOcid)
      ? []
      : ["there is not exactly one API key of the platform's user"]),
    ...(domainKeys.every(({ user }) => (user as Block).value === idInDomain(parts.userOcid))
      ? []
      : ["the user id of a domain key does not match its OCID"]),
    ...(keys.every(([key]) => literals.includes(key) || references.includes(key))
      ? []
      : ["a key is not the public key of the pair"]),
    ...(pairs.every(([, pair]) => isStrong(pair.algorithm, pair.rsa_bits)) && literals.every((key) => isStrongPem(key))
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

const DEFAULT_DOMAIN_CAPABILITIES = {
  can_use_api_keys: true,
  can_use_auth_tokens: false,
  can_use_console_password: false,
  can_use_customer_secret_keys: false,
  can_use_smtp_credentials: false,
};

const DOMAIN_CAPABILITIES = {
  ...DEFAULT_DOMAIN_CAPABILITIES,
  can_use_console: false,
  can_use_db_credentials: false,
  can_use_oauth2client_credentials: false,
};

function capabilities(block: Block): Block {
  return Object.fromEntries(Object.entries(block).filter(([name]) => name.startsWith("can_use_")));
}

/** Checks that all providers in use work in the home region, the only one in which IAM can be changed. */
function checkProviders(parts: Parts): string[] {
  const providers = providersOf(parts.json);
  const used = new Set(parts.all.map(({ provider = "oci" }) => provider as string));
  const { region } = parts.integration.billingExport;
  return [...used].flatMap((name) => {
    const found = providers.find(({ alias }) => name === (alias === undefined ? "oci" : `oci.${alias as string}`));
    return found?.region === region ? [] : [`the provider ${name} does not work in the home region ${region}`];
  });
}
