import { type ProviderSchema } from "@cdktf/commons";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import schema from "./oci-8.28.0-schema.json";

// Generates the bindings of Oracle's provider, because no package publishes them (docs/decisions/0008-bindings-of-oci.md).
// The schema is the output of `terraform providers schema -json` for oracle/oci, without descriptions and without the types
// that the library does not use.

export const BINDINGS = join(__dirname, "../lib/oci/bindings");

const PROVIDER = "registry.terraform.io/oracle/oci";

/** Attributes and blocks to keep in addition to the required ones, by name; nested for a block or an object. */
interface Kept {
  readonly [name: string]: true | Kept;
}

const TAGS: Kept = { freeform_tags: {}, defined_tags: {} };

/**
 * Attributes of the identity domains' types that the library sets or reads. The complete bindings of these types have some
 * 15,000 lines. All other types are kept completely.
 */
const KEPT: Readonly<Record<string, Kept>> = {
  oci_identity_domains_api_key: { id: true, description: true, fingerprint: true, user: { ocid: true, value: true } },
  oci_identity_domains_group: {
    id: true,
    ocid: true,
    attribute_sets: true,
    members: { ocid: true },
    urnietfparamsscimschemasoracleidcsextension_oci_tags: TAGS,
    urnietfparamsscimschemasoracleidcsextensiongroup_group: { description: true },
  },
  oci_identity_domains_user: {
    id: true,
    ocid: true,
    description: true,
    display_name: true,
    emails: { primary: true },
    name: { family_name: true },
    urnietfparamsscimschemasoracleidcsextension_oci_tags: TAGS,
    urnietfparamsscimschemasoracleidcsextensioncapabilities_user: {
      can_use_api_keys: true,
      can_use_auth_tokens: true,
      can_use_console: true,
      can_use_console_password: true,
      can_use_customer_secret_keys: true,
      can_use_db_credentials: true,
      can_use_oauth2client_credentials: true,
      can_use_smtp_credentials: true,
    },
  },
  oci_identity_domains_users: { user_filter: true, users: { id: true, ocid: true } },
};

/** Members that need the modifier 'override' by the compiler options of this project. The generator omits it. */
const OVERRIDES = [
  /^( {2}protected) (?=synthesize(?:Hcl)?Attributes\()/gm,
  /^( {2}public) (?=[gs]et alias\()/gm,
  /(?<=^ {2}constructor\(.*)(protected) (?=(?:.*, protected )?wrapsSet: boolean\))/gm,
];

/** Generated files of the bindings by name, the same in every run. */
export async function bindings(): Promise<Record<string, string>> {
  // Imported dynamically, after the variable that disables its report to HashiCorp.
  process.env.CHECKPOINT_DISABLE ??= "1";
  const { ConstructsMakerProviderTarget, Language, TerraformProviderConstraint } = await import("@cdktf/commons");
  const { CodeMaker, TerraformProviderGenerator } = await import("@cdktf/provider-generator");
  const code = new CodeMaker();
  const target = new ConstructsMakerProviderTarget(new TerraformProviderConstraint("oracle/oci"), Language.TYPESCRIPT);
  new TerraformProviderGenerator(code, trimmed()).generate(target);
  const folder = mkdtempSync(join(tmpdir(), "oci-bindings-"));
  try {
    await code.save(folder);
    const made = join(folder, "providers/oci");
    const types = readdirSync(made, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return Object.fromEntries(
      types.map(({ name }) => [`${name}.ts`, withOverrides(readFileSync(join(made, name, "index.ts"), "utf8"))]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function withOverrides(text: string): string {
  return OVERRIDES.reduce((done, pattern) => done.replace(pattern, "$1 override "), text);
}

// Type in the schema: "string", ["list", <type>], or ["object", { <name>: <type> }].
type AttributeType = string | readonly [string, unknown];

interface Attribute {
  readonly type: AttributeType;
  readonly required?: boolean;
}

interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
}

type Types = Readonly<Record<string, { readonly block: Block }>>;

/** Schema without the attributes of large types that the library does not use. */
function trimmed(): ProviderSchema {
  const { provider, resource_schemas, data_source_schemas } = schema.provider_schemas[PROVIDER];
  const trim = (types: Types): Types =>
    Object.fromEntries(
      Object.entries(types).map(([type, { block, ...rest }]) => {
        const kept = KEPT[type];
        return [type, { ...rest, block: kept === undefined ? withoutStrange(block) : withKept(type, block, kept) }];
      }),
    );
  return {
    ...schema,
    provider_schemas: {
      [PROVIDER]: {
        provider,
        resource_schemas: trim(resource_schemas as unknown as Types),
        data_source_schemas: trim(data_source_schemas as unknown as Types),
      },
    },
  } as unknown as ProviderSchema;
}

/** A block without attributes whose names are invalid in Terraform. Oracle's policies have some for its own use. */
function withoutStrange(block: Block): Block {
  const plain = Object.entries(block.attributes ?? {}).filter(([name]) => /^[a-z][a-z0-9_]*$/.test(name));
  return { ...block, attributes: Object.fromEntries(plain) };
}

function withKept(at: string, { attributes = {}, block_types = {} }: Block, kept: Kept): Block {
  const unknown = Object.keys(kept).filter((name) => !(name in attributes) && !(name in block_types));
  if (unknown.length > 0) {
    throw new Error(`${at} has no ${unknown.join(", ")}`);
  }
  return {
    attributes: Object.fromEntries(
      Object.entries(attributes).flatMap(([name, attribute]) => {
        const own = kept[name];
        if (own === undefined && attribute.required !== true) {
          return [];
        }
        return [[name, typeof own === "object" ? { ...attribute, type: typeWith(own, attribute.type) } : attribute]];
      }),
    ),
    block_types: Object.fromEntries(
      Object.entries(block_types).flatMap(([name, type]) => {
        const own = kept[name];
        return typeof own === "object" ? [[name, { ...type, block: withKept(`${at}.${name}`, type.block, own) }]] : [];
      }),
    ),
  };
}

/** A type whose objects have only the kept attributes. */
function typeWith(kept: Kept, type: AttributeType): AttributeType {
  if (typeof type === "string") {
    return type;
  }
  const [kind, of] = type;
  return kind === "object"
    ? [kind, Object.fromEntries(Object.entries(of as object).filter(([name]) => name in kept))]
    : [kind, typeWith(kept, of as AttributeType)];
}

async function write(): Promise<void> {
  rmSync(BINDINGS, { recursive: true, force: true });
  mkdirSync(BINDINGS, { recursive: true });
  for (const [name, text] of Object.entries(await bindings())) {
    writeFileSync(join(BINDINGS, name), text);
  }
}

if (require.main === module) {
  void write();
}
