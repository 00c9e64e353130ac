import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import manifest from "../../package.json";
import schema from "../../tools/oci-8.28.0-schema.json";
import { BINDINGS, bindings } from "../../tools/oci-bindings";

const LIB = join(__dirname, "../../lib");

interface Block {
  readonly attributes?: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly block_types?: Readonly<Record<string, { readonly min_items?: number; readonly block: Block }>>;
}

type Types = Readonly<Record<string, { readonly block: Block }>>;

/** Blocks of the schema by binding file, complete: the generator has not trimmed them yet. */
const blocks = ((): Readonly<Record<string, Block>> => {
  const [{ provider, resource_schemas, data_source_schemas }] = Object.values(schema.provider_schemas) as unknown as [
    {
      readonly provider: { readonly block: Block };
      readonly resource_schemas: Types;
      readonly data_source_schemas: Types;
    },
  ];
  const files = (prefix: string, types: Types): [string, Block][] =>
    Object.entries(types).map(([type, { block }]) => [
      `${prefix}${type.replace(/^oci_/, "").replaceAll("_", "-")}.ts`,
      block,
    ]);
  return Object.fromEntries([
    ["provider.ts", provider.block],
    ...files("", resource_schemas),
    ...files("data-oci-", data_source_schemas),
  ]);
})();

const written: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(BINDINGS).map((file) => [file, readFileSync(join(BINDINGS, file), "utf8")]),
);

/** Imports of each file in a folder. */
function importsOf(folder: string): { readonly file: string; readonly imported: string }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) =>
      ts
        .preProcessFile(readFileSync(join(folder, file), "utf8"), true, true)
        .importedFiles.map(({ fileName }) => ({ file: join(folder, file), imported: fileName })),
    );
}

describe("the bindings in lib/oci", () => {
  it("are what 'npm run bindings:oci' generates from the schema, in each run", async () => {
    const generated = await bindings();
    expect(Object.keys(written).sort()).toEqual(Object.keys(generated).sort());
    expect(Object.keys(generated).filter((file) => generated[file] !== written[file])).toEqual([]);
    expect(await bindings()).toEqual(generated);
  });

  it("have a file for each type of the schema and for the provider", () => {
    expect(Object.keys(written).sort()).toEqual(Object.keys(blocks).sort());
  });

  it("are all used by a part, and not only exported by the index", () => {
    const used = importsOf(join(LIB, "oci"))
      .filter(({ file }) => dirname(file) !== BINDINGS && !file.endsWith("/index.ts"))
      .map(({ file, imported }) => resolve(dirname(file), imported));
    const unused = Object.keys(written).filter((file) => !used.includes(join(BINDINGS, file.replace(/\.ts$/, ""))));
    expect(unused).toEqual([]);
  });

  it("have at most 12,000 lines in total", () => {
    const lines = Object.values(written).reduce((sum, text) => sum + text.split("\n").length, 0);
    expect(lines).toBeLessThanOrEqual(12_000);
  });

  it("import only constructs and cdktf", () => {
    const imported = importsOf(BINDINGS).map((one) => one.imported);
    expect([...new Set(imported)].sort()).toEqual(["cdktf", "constructs"]);
  });
});

describe("the generator of the bindings", () => {
  const GENERATOR = /^(@cdktf\/(provider-generator|commons)|jsii-pacmak)(\/|$)/;

  it("is a development dependency only", () => {
    const {
      dependencies = {},
      peerDependencies,
      devDependencies,
    } = manifest as Partial<typeof manifest> & {
      dependencies?: object;
    };
    const installed = Object.keys({ ...dependencies, ...peerDependencies });
    expect(installed.filter((name) => GENERATOR.test(name))).toEqual([]);
    expect(Object.keys(devDependencies ?? {}).filter((name) => GENERATOR.test(name))).toHaveLength(3);
  });

  it("is not imported in lib, and neither is tools", () => {
    const forbidden = importsOf(LIB).filter(
      ({ file, imported }) =>
        GENERATOR.test(imported) ||
        (imported.startsWith(".") && relative(LIB, resolve(dirname(file), imported)).startsWith("..")),
    );
    expect(forbidden).toEqual([]);
  });
});

describe("the required arguments of Oracle's provider", () => {
  /** Properties of each interface in a file, by their names in Terraform. */
  function interfacesOf(text: string): Readonly<Record<string, Readonly<Record<string, ts.PropertySignature>>>> {
    const { statements } = ts.createSourceFile("bindings.ts", text, ts.ScriptTarget.Latest, true);
    return Object.fromEntries(
      statements.filter(ts.isInterfaceDeclaration).map((declaration) => [
        declaration.name.text,
        Object.fromEntries(
          declaration.members.filter(ts.isPropertySignature).map((property) => {
            // The link to its documentation ends with the name.
            const [, name = ""] = /#(\w+) /.exec(property.getFullText()) ?? [];
            return [name, property];
          }),
        ),
      ]),
    );
  }

  /** Required arguments of a file's block and of its nested blocks, by path, and whether the bindings require them. */
  function required(file: string): [string, boolean][] {
    const interfaces = interfacesOf(written[file] ?? "");
    const visit = (at: string, declaration: string, block: Block): [string, boolean][] => {
      const properties = interfaces[declaration] ?? {};
      const isRequired = (name: string): boolean =>
        properties[name] !== undefined && properties[name].questionToken === undefined;
      const nested = Object.entries(block.block_types ?? {});
      return [
        ...Object.entries(block.attributes ?? {}).filter(([, attribute]) => attribute.required === true),
        ...nested.filter(([, { min_items = 0 }]) => min_items > 0),
      ]
        .map(([name]): [string, boolean] => [`${at}.${name}`, isRequired(name)])
        .concat(
          nested.flatMap(([name, type]) => {
            // A block that the bindings omit requires nothing.
            const [nestedDeclaration = ""] = /^\w+/.exec(properties[name]?.type?.getText() ?? "") ?? [];
            return nestedDeclaration === "" ? [] : visit(`${at}.${name}`, nestedDeclaration, type.block);
          }),
        );
    };
    const [config = ""] = Object.keys(interfaces).filter((name) => name.endsWith("Config"));
    return visit(file, config, blocks[file] ?? {});
  }

  it.each(Object.keys(blocks).filter((file) => file !== "provider.ts"))(
    "are required by the bindings in %s",
    (file) => {
      expect(required(file).length).toBeGreaterThan(0);
      expect(required(file).filter(([, isRequired]) => !isRequired)).toEqual([]);
    },
  );

  it("include those of nested blocks", () => {
    expect(required("identity-domains-user.ts").map(([path]) => path)).toEqual([
      "identity-domains-user.ts.idcs_endpoint",
      "identity-domains-user.ts.schemas",
      "identity-domains-user.ts.user_name",
      "identity-domains-user.ts.emails.type",
      "identity-domains-user.ts.emails.value",
      "identity-domains-user.ts.urnietfparamsscimschemasoracleidcsextension_oci_tags.defined_tags.key",
      "identity-domains-user.ts.urnietfparamsscimschemasoracleidcsextension_oci_tags.defined_tags.namespace",
      "identity-domains-user.ts.urnietfparamsscimschemasoracleidcsextension_oci_tags.defined_tags.value",
      "identity-domains-user.ts.urnietfparamsscimschemasoracleidcsextension_oci_tags.freeform_tags.key",
      "identity-domains-user.ts.urnietfparamsscimschemasoracleidcsextension_oci_tags.freeform_tags.value",
    ]);
  });
});
