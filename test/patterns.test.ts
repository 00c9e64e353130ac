import { readdirSync } from "node:fs";
import { join } from "node:path";
import { checkProps } from "../lib/core/check";
import { type AnyRule, type Condition, type Rules } from "../lib/core/rules";

const LIB = join(__dirname, "../lib");

/** Every `…_INPUT` that a file in lib exports, so that no cloud's can be forgotten. */
const inputs = readdirSync(LIB, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => Object.entries(jest.requireActual<Record<string, unknown>>(join(LIB, file))))
  .filter(([name]) => name.endsWith("_INPUT")) as [string, { readonly rules: Readonly<Record<string, AnyRule>> }][];

function conditionsOf({ kind }: AnyRule): readonly Condition[] {
  switch (kind.type) {
    case "string":
      return kind.conditions;
    case "map":
      return [...kind.keys, ...kind.values];
    default:
      return [];
  }
}

const patterns = inputs.flatMap(([input, { rules }]) =>
  Object.entries(rules).flatMap(([name, rule]) =>
    conditionsOf(rule).flatMap((condition) => {
      const pattern =
        "matches" in condition ? condition.matches : "excludes" in condition ? condition.excludes : undefined;
      return pattern === undefined ? [] : [[input, name, pattern] as const];
    }),
  ),
);

// Terraform reads patterns as RE2 does: a look-ahead would make a validation refuse every value, and a repetition
// above 1000 is an error.
describe("the pattern of a rule, which must mean the same to Terraform", () => {
  it.each(patterns)("%s, '%s': %s", (_, __, pattern) => {
    expect(pattern).not.toMatch(/\(\?/);
    expect(pattern).not.toMatch(/\\[1-9]/);
    const repetitions = [...pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].flatMap(([, from, to]) => [
      Number(from),
      Number(to),
    ]);
    expect(repetitions.filter((times) => times > 1000)).toEqual([]);
  });

  it("is compared for every part of every cloud", () => {
    expect(inputs.map(([name]) => name).sort()).toEqual([
      "AWS_ACCESS_INPUT",
      "AWS_BILLING_EXPORT_INPUT",
      "AWS_EXISTING_BUCKET_INPUT",
      "AWS_EXISTING_REPORT_INPUT",
      "AWS_EXISTING_ROLE_INPUT",
      "AWS_EXISTING_USER_INPUT",
      "AWS_IDENTITY_INPUT",
      "AWS_INTEGRATION_INPUT",
      "AWS_ROLE_IDENTITY_INPUT",
      "AWS_STORAGE_INPUT",
      "AZURE_ACCESS_INPUT",
      "AZURE_BILLING_EXPORT_INPUT",
      "AZURE_EXISTING_APPLICATION_INPUT",
      "AZURE_EXISTING_CONTAINER_INPUT",
      "AZURE_EXISTING_EXPORTS_INPUT",
      "AZURE_FEDERATED_IDENTITY_INPUT",
      "AZURE_IDENTITY_INPUT",
      "AZURE_INTEGRATION_INPUT",
      "AZURE_STORAGE_INPUT",
      "GCP_ACCESS_INPUT",
      "GCP_BILLING_EXPORT_INPUT",
      "GCP_EXISTING_DATASET_INPUT",
      "GCP_EXISTING_SERVICE_ACCOUNT_INPUT",
      "GCP_FEDERATED_IDENTITY_INPUT",
      "GCP_IDENTITY_INPUT",
      "GCP_IMPERSONATED_IDENTITY_INPUT",
      "GCP_INTEGRATION_INPUT",
      "GCP_SERVICES_INPUT",
      "GCP_STORAGE_INPUT",
      "INTEGRATION_INPUT",
      "OCI_ACCESS_INPUT",
      "OCI_BILLING_EXPORT_INPUT",
      "OCI_DOMAIN_IDENTITY_INPUT",
      "OCI_EXISTING_GROUP_INPUT",
      "OCI_EXISTING_MEMBER_INPUT",
      "OCI_EXISTING_USER_INPUT",
      "OCI_IDENTITY_INPUT",
      "OCI_INTEGRATION_INPUT",
    ]);
  });
});

// The secret half is easily taken for the public one: the message that refuses it must not show it.
describe("a string that may be a secret by mistake", () => {
  const SECRET = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----";
  const strings = inputs
    .flatMap(([input, { rules }]) => Object.entries(rules).map(([name, rule]) => ({ input, name, rule })))
    // One of a few words is none.
    .filter(({ rule: { kind } }) => kind.type === "string" && !kind.conditions.some((one) => "oneOf" in one))
    .filter(({ name }) => /(public|private).?key|secret|pem|password|token/i.test(name));

  it.each(strings)("is not shown by what refuses it: $input, '$name'", ({ name, rule }) => {
    const rules: Rules<object> = { [name]: rule };
    expect(checkProps(rules, { [name]: SECRET }).join()).toMatch(
      new RegExp(`^'${name}' must .+, got: ${SECRET.length} characters, which are not shown;`),
    );
  });

  it("is looked for by its name", () => {
    expect(new Set(strings.map(({ name }) => name))).toEqual(new Set(["certificatePem", "publicKeyPem"]));
  });
});
