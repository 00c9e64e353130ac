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

/** The blocks of the schema by their file, as Oracle has them: nothing is left out yet. */
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

/** What each file in a folder of lib imports. */
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
  it("are what 'npm run bindings:oci' makes of the schema, file by file, each time", async () => {
    const made = await bindings();
    expect(Object.keys(written).sort()).toEqual(Object.keys(made).sort());
    expect(Object.keys(made).filter((file) => made[file] !== written[file])).toEqual([]);
    expect(await bindings()).toEqual(made);
  });

  it("have a file for each type of the schema and for the provider", () => {
    expect(Object.keys(written).sort()).toEqual(Object.keys(blocks).sort());
  });

  it("are each used by a part, and not only handed on by the index", () => {
    const used = importsOf(join(LIB, "oci"))
      .filter(({ file }) => dirname(file) !== BINDINGS && !file.endsWith("/index.ts"))
      .map(({ file, imported }) => resolve(dirname(file), imported));
    const unused = Object.keys(written).filter((file) => !used.includes(join(BINDINGS, file.replace(/\.ts$/, ""))));
    expect(unused).toEqual([]);
  });

  it("have at most 12,000 lines together", () => {
    const lines = Object.values(written).reduce((sum, text) => sum + text.split("\n").length, 0);
    expect(lines).toBeLessThanOrEqual(12_000);
  });

  it("import constructs and cdktf only", () => {
    const imported = importsOf(BINDINGS).map((one) => one.imported);
    expect([...new Set(imported)].sort()).toEqual(["cdktf", "constructs"]);
  });
});

describe("the generator of the bindings", () => {
  const GENERATOR = /^(@cdktf\/(provider-generator|commons)|jsii-pacmak)(\/|$)/;

  it("is for developers only", () => {
    const {
      dependencies = {},
      peerDependencies,
      devDependencies,
    } = manifest as Partial<typeof manifest> & {
      dependencies?: object;
    };
    const ofUsers = Object.keys({ ...dependencies, ...peerDependencies });
    expect(ofUsers.filter((name) => GENERATOR.test(name))).toEqual([]);
    expect(Object.keys(devDependencies ?? {}).filter((name) => GENERATOR.test(name))).toHaveLength(3);
  });

  it("is imported by nothing in lib, and neither is tools", () => {
    const outside = importsOf(LIB).filter(
      ({ file, imported }) =>
        GENERATOR.test(imported) ||
        (imported.startsWith(".") && relative(LIB, resolve(dirname(file), imported)).startsWith("..")),
    );
    expect(outside).toEqual([]);
  });
});

describe("what Oracle's provider requires", () => {
  /** The properties of each interface in a file, by the name that Terraform has for them. */
  function interfacesOf(text: string): Readonly<Record<string, Readonly<Record<string, ts.PropertySignature>>>> {
    const { statements } = ts.createSourceFile("bindings.ts", text, ts.ScriptTarget.Latest, true);
    return Object.fromEntries(
      statements.filter(ts.isInterfaceDeclaration).map((declaration) => [
        declaration.name.text,
        Object.fromEntries(
          declaration.members.filter(ts.isPropertySignature).map((property) => {
            // The address of its documentation ends with it.
            const [, name = ""] = /#(\w+) /.exec(property.getFullText()) ?? [];
            return [name, property];
          }),
        ),
      ]),
    );
  }

  /** The required ones of a block and of what is in it, by path, and whether the bindings ask for them. */
  function required(file: string): [string, boolean][] {
    const interfaces = interfacesOf(written[file] ?? "");
    const visit = (at: string, declaration: string, block: Block): [string, boolean][] => {
      const properties = interfaces[declaration] ?? {};
      const isAskedFor = (name: string): boolean =>
        properties[name] !== undefined && properties[name].questionToken === undefined;
      const nested = Object.entries(block.block_types ?? {});
      return [
        ...Object.entries(block.attributes ?? {}).filter(([, attribute]) => attribute.required === true),
        ...nested.filter(([, { min_items = 0 }]) => min_items > 0),
      ]
        .map(([name]): [string, boolean] => [`${at}.${name}`, isAskedFor(name)])
        .concat(
          nested.flatMap(([name, type]) => {
            // A block that is left out as a whole requires nothing.
            const [of = ""] = /^\w+/.exec(properties[name]?.type?.getText() ?? "") ?? [];
            return of === "" ? [] : visit(`${at}.${name}`, of, type.block);
          }),
        );
    };
    const [config = ""] = Object.keys(interfaces).filter((name) => name.endsWith("Config"));
    return visit(file, config, blocks[file] ?? {});
  }

  it.each(Object.keys(blocks).filter((file) => file !== "provider.ts"))("is required in %s", (file) => {
    expect(required(file).length).toBeGreaterThan(0);
    expect(required(file).filter(([, isAskedFor]) => !isAskedFor)).toEqual([]);
  });

  it("is looked for in the blocks that are kept, too", () => {
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
