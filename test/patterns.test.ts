import { readdirSync } from "node:fs";
import { join } from "node:path";
import { brokenCondition, type Condition } from "../lib/core/conditions";
import { type AnyRule, type Rules } from "../lib/core/rules";
import { checkRules } from "./support/rules";

const LIB = join(__dirname, "../lib");

/** Every `…_SCHEMA` that a file in lib exports, so that none can be forgotten. */
const schemas = readdirSync(LIB, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => Object.entries(jest.requireActual<Record<string, unknown>>(join(LIB, file))))
  .filter(([name]) => name.endsWith("_SCHEMA")) as [string, { readonly rules: Readonly<Record<string, AnyRule>> }][];

/** Lists of conditions that each apply to one text: a string, or a key or a value of a map. */
function conditionListsOf({ kind }: AnyRule): Readonly<Record<string, readonly Condition[]>> {
  switch (kind.type) {
    case "string":
      return { text: kind.conditions };
    case "map":
      return { key: kind.keys, value: kind.values };
    default:
      return {};
  }
}

const patterns = schemas.flatMap(([schema, { rules }]) =>
  Object.entries(rules).flatMap(([name, rule]) =>
    Object.values(conditionListsOf(rule))
      .flat()
      .flatMap((condition) => {
        const pattern =
          "pattern" in condition ? condition.pattern : "notPattern" in condition ? condition.notPattern : undefined;
        return pattern === undefined ? [] : [[schema, name, pattern] as const];
      }),
  ),
);

// Terraform evaluates patterns with RE2: a precondition with a look-ahead would refuse every value, and a repetition above
// 1000 is an error.
describe("a pattern, which Terraform must evaluate alike", () => {
  it.each(patterns)("%s, '%s': %s", (_, __, pattern) => {
    expect(pattern).not.toMatch(/\(\?/);
    expect(pattern).not.toMatch(/\\[1-9]/);
    const repetitions = [...pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].flatMap(([, from, to]) => [
      Number(from),
      Number(to),
    ]);
    expect(repetitions.filter((times) => times > 1000)).toEqual([]);
  });

  it("is checked for every schema of every cloud", () => {
    expect(schemas.map(([name]) => name).sort()).toEqual([
      "AWS_ACCESS_SCHEMA",
      "AWS_BILLING_EXPORT_SCHEMA",
      "AWS_EXISTING_BUCKET_SCHEMA",
      "AWS_EXISTING_REPORT_SCHEMA",
      "AWS_EXISTING_ROLE_SCHEMA",
      "AWS_EXISTING_USER_SCHEMA",
      "AWS_IDENTITY_SCHEMA",
      "AWS_INTEGRATION_SCHEMA",
      "AWS_ROLE_IDENTITY_SCHEMA",
      "AWS_STORAGE_SCHEMA",
      "AZURE_ACCESS_SCHEMA",
      "AZURE_BILLING_EXPORT_SCHEMA",
      "AZURE_EXISTING_APPLICATION_SCHEMA",
      "AZURE_EXISTING_CONTAINER_SCHEMA",
      "AZURE_EXISTING_EXPORTS_SCHEMA",
      "AZURE_FEDERATED_IDENTITY_SCHEMA",
      "AZURE_IDENTITY_SCHEMA",
      "AZURE_INTEGRATION_SCHEMA",
      "AZURE_STORAGE_SCHEMA",
      "GCP_ACCESS_SCHEMA",
      "GCP_BILLING_EXPORT_SCHEMA",
      "GCP_EXISTING_DATASET_SCHEMA",
      "GCP_EXISTING_SERVICE_ACCOUNT_SCHEMA",
      "GCP_FEDERATED_IDENTITY_SCHEMA",
      "GCP_IDENTITY_SCHEMA",
      "GCP_IMPERSONATED_IDENTITY_SCHEMA",
      "GCP_INTEGRATION_SCHEMA",
      "GCP_SERVICES_SCHEMA",
      "GCP_STORAGE_SCHEMA",
      "INTEGRATION_SCHEMA",
      "OCI_ACCESS_SCHEMA",
      "OCI_BILLING_EXPORT_SCHEMA",
      "OCI_DOMAIN_IDENTITY_SCHEMA",
      "OCI_EXISTING_GROUP_SCHEMA",
      "OCI_EXISTING_MEMBER_SCHEMA",
      "OCI_EXISTING_USER_SCHEMA",
      "OCI_IDENTITY_SCHEMA",
      "OCI_INTEGRATION_SCHEMA",
    ]);
  });
});

// The integration takes the props of its parts side by side, so each of these parts would get the value.
describe("a property of several parts of an integration", () => {
  const parts = ["IDENTITY", "STORAGE", "BILLING_EXPORT", "ACCESS", "SERVICES", "INTEGRATION"];
  const clouds = schemas.flatMap(([name]) => /^([A-Z]+)_INTEGRATION_SCHEMA$/.exec(name)?.[1] ?? []);

  it.each(clouds)("has the same rule in all of them: %s", (cloud) => {
    const byName = new Map<string, Set<AnyRule>>();
    for (const [schema, { rules }] of schemas) {
      if (parts.some((part) => schema === `${cloud}_${part}_SCHEMA`)) {
        for (const [name, rule] of Object.entries(rules)) {
          // Parts that are passed are optional for the integration.
          if (rule.kind.type !== "object") {
            byName.set(name, (byName.get(name) ?? new Set()).add(rule));
          }
        }
      }
    }
    expect(byName.size).toBeGreaterThan(10);
    expect([...byName].filter(([, rules]) => rules.size > 1).map(([name]) => name)).toEqual([]);
  });
});

// JavaScript counts UTF-16 code units by default, and Terraform grapheme clusters: "\r\n" is one of them, too.
describe("a length without a unit", () => {
  const isLength = (condition: Condition): boolean => "maxLength" in condition;
  const texts = schemas.flatMap(([schema, { rules }]) =>
    Object.entries(rules).flatMap(([name, rule]) =>
      Object.entries(conditionListsOf(rule))
        .filter(([, conditions]) => conditions.some((one) => "maxLength" in one && one.unit === undefined))
        .map(([part, conditions]) => ({ schema, name, part, conditions, valid: exampleOf(rule, part) })),
    ),
  );

  /** Valid text by the example of a rule, which may be abridged. */
  function exampleOf({ example = "" }: AnyRule, part: string): string {
    const [, label] = /readFileSync\("finops_(public|certificate)/.exec(example) ?? [];
    if (label !== undefined) {
      const title = label === "public" ? "PUBLIC KEY" : "CERTIFICATE";
      return `-----BEGIN ${title}-----\nMII=\n-----END ${title}-----\n`;
    }
    const [, key = "", value = ""] = /^\{ "?([^":]+)"?: "([^"]*)" \}$/.exec(example) ?? [];
    const text = part === "text" ? (JSON.parse(example) as string) : part === "key" ? key : value;
    return text.replace("…", "a".repeat(52));
  }

  it.each(texts)(
    "is beside a condition that refuses all text that Terraform counts differently: $schema, $part of '$name'",
    ({ name, conditions, valid }) => {
      expect(valid).not.toBe("");
      expect(brokenCondition(conditions, valid)).toBeUndefined();
      // A PEM has line breaks. It cannot be a token, so that Terraform never counts it.
      const countedDifferently = ["é", "e\u0301", "😀", ...(name.endsWith("Pem") ? [] : ["\r\n"])];
      const extended = countedDifferently.flatMap((inserted) => [
        inserted,
        ...Array.from({ length: valid.length + 1 }, (_, at) => valid.slice(0, at) + inserted + valid.slice(at)),
      ]);
      const others = conditions.filter((one) => !isLength(one));
      expect(extended.filter((text) => brokenCondition(others, text) === undefined)).toEqual([]);
    },
  );
});

// cdktf writes strings as they are: Terraform would evaluate a template in a literal.
describe("a property for text, in which Terraform would evaluate a template", () => {
  const texts = schemas.flatMap(([schema, { rules }]) =>
    Object.entries(rules)
      .filter(([, { kind }]) => kind.type === "string" || kind.type === "map")
      .map(([name, rule]) => ({ schema, name, rule })),
  );

  it.each(texts)("refuses one: $schema, '$name'", ({ name, rule }) => {
    const problems = (text: string): string[] =>
      checkRules<object>({ [name]: rule }, { [name]: rule.kind.type === "map" ? { key: text } : text });
    expect(problems("${self}")).toHaveLength(1);
    expect(problems("%{if}")).toHaveLength(1);
  });
});

// The private half of a key pair is easily passed instead of the public half: the error must not show it.
describe("a property in whose place a secret may be passed by mistake", () => {
  const SECRET = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----";
  const properties = schemas
    .flatMap(([schema, { rules }]) => Object.entries(rules).map(([name, rule]) => ({ schema, name, rule })))
    // An enumerated string cannot hold a secret.
    .filter(({ rule: { kind } }) => kind.type === "string" && !kind.conditions.some((one) => "enum" in one))
    .filter(({ name }) => /(public|private).?key|secret|pem|password|token/i.test(name));

  it.each(properties)("is withheld in errors: $schema, '$name'", ({ name, rule }) => {
    const rules: Rules<object> = { [name]: rule };
    expect(checkRules(rules, { [name]: SECRET }).join()).toMatch(
      new RegExp(`^'${name}' must .+, got: ${SECRET.length} characters, which are not shown;`),
    );
  });

  it("is found by its name", () => {
    expect(new Set(properties.map(({ name }) => name))).toEqual(new Set(["certificatePem", "publicKeyPem"]));
  });
});
