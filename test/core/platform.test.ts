import { Token } from "cdktf";
import { type FieldKey, fieldValuesRule, fillForm, PLATFORM_FIELDS, PLATFORM_STEPS } from "../../lib/core/platform";
import { checkRules } from "../support/rules";

describe.each(Object.entries(PLATFORM_FIELDS))("the platform's form for %s", (_, fields) => {
  it("has unique keys in snake_case, which can be part of an output's name", () => {
    const keys = fields.map((field) => field.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^[a-z][a-z0-9_]*$/.test(key))).toEqual([]);
  });

  it("does not use the key 'handoff', which names the output that describes the others", () => {
    expect(fields.map((field) => field.key)).not.toContain("handoff");
  });

  it("has a different label for each field", () => {
    const labels = fields.map((field) => field.label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

describe("the secrets of the platform's form", () => {
  it("are the listed fields of each cloud", () => {
    const secrets = Object.entries(PLATFORM_FIELDS).map(([cloud, fields]) => [
      cloud,
      fields.filter((field) => field.secret).map((field) => field.key),
    ]);
    expect(Object.fromEntries(secrets)).toEqual({
      aws: ["secret_access_key"],
      azure: ["client_secret_value", "sas_token", "connection_string"],
      gcp: ["service_account_key_json"],
      oci: ["private_key_pem"],
    });
  });
});

describe("the rule for the rows that a part fills in", () => {
  const rule = fieldValuesRule("aws", "access_key_id", "secret_access_key");
  const problemsOf = (fieldValues: unknown): string[] => checkRules({ fieldValues: rule }, { fieldValues });
  const secret = Token.asString({ ref: "secret" });

  it.each([
    ["none", {}],
    ["some", { access_key_id: "AKIA" }],
    ["all, the secret as a token", { access_key_id: "AKIA", secret_access_key: secret }],
    ["one that is not filled in", { access_key_id: undefined, secret_access_key: undefined }],
  ])("accepts %s", (_, fieldValues) => {
    expect(problemsOf(fieldValues)).toEqual([]);
  });

  it.each([
    ["a literal as a secret, without showing it", { secret_access_key: "hunter2" }, "a literal as 'secret_access_key'"],
    ["a row that the integration fills in", { account_id: "111122223333" }, 'the key "account_id"'],
    ["a literal part of a secret", { secret_access_key: `hunter2${secret}` }, "a literal part as 'secret_access_key'"],
    [
      "a secret in a row that is not secret",
      { access_key_id: "abc8Q~0123456789012345678901234567890123" },
      "a secret as 'access_key_id'",
    ],
    ["a key that is no row", { x: "y", access_key_id: 7 }, "the key \"x\" and 7 as 'access_key_id'"],
  ])("refuses %s", (_, fieldValues, got) => {
    expect(problemsOf(fieldValues)).toEqual([
      "'fieldValues' must have strings for some of access_key_id, secret_access_key, and unresolved tokens for secrets, " +
        `because anyone may read the JSON, got: an object with ${got}`,
    ]);
  });
});

describe("a connection string in the rows that a part fills in", () => {
  const problemsOf = (connectionString: string): string[] =>
    checkRules(
      { fieldValues: fieldValuesRule("azure", "sas_token", "connection_string") },
      { fieldValues: { connection_string: connectionString } },
    );
  const token = Token.asString({ ref: "x" });

  it.each([
    token,
    `BlobEndpoint=https://${token}.blob.core.windows.net/;SharedAccessSignature=${token}`,
    `BlobEndpoint=https://acme.blob.core.windows.net/;SharedAccessSignature=sv=2022&sig=${token}`,
    `DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=${token};EndpointSuffix=core.windows.net`,
  ])("is accepted if its credential is a token: %s", (value) => {
    expect(problemsOf(value)).toEqual([]);
  });

  it.each([
    `DefaultEndpointsProtocol=https;AccountName=${token};AccountKey=AAAA==`,
    `DefaultEndpointsProtocol=https;accountname=${token};accountkey = AAAA==`,
    `BlobEndpoint=${token};SharedAccessSignature=sv=2022&sig=abc`,
    "hunter2",
    "AccountName=acme;AccountKey =AAAA==",
  ])("is refused if its credential is a literal: %s", (value) => {
    expect(problemsOf(value)).toEqual([expect.stringMatching(/ with a literal (part )?as 'connection_string'/)]);
  });

  it("is not the only secret that may be composed around a token", () => {
    const problems = (fieldValues: object): string[] =>
      checkRules({ fieldValues: fieldValuesRule("azure", "sas_token") }, { fieldValues });
    expect(problems({ sas_token: `?${token}` })).toEqual([]);
    expect(problems({ sas_token: `?sv=2022&sig=${token}` })).toEqual([]);
    expect(problems({ sas_token: `?sv=${token}&sig=abc` })).toHaveLength(1);
  });
});

describe("the platform's steps", () => {
  it("have the order of its guide", () => {
    expect(PLATFORM_STEPS.map((step) => step.key)).toEqual([
      "create_org",
      "cost_orchestrator",
      "financial_structure",
      "recommendations",
    ]);
  });
});

describe("fillForm", () => {
  it("gives each row its value, in the order of the form", () => {
    const values = Object.fromEntries(PLATFORM_FIELDS.aws.map(({ key }) => [key, `value of ${key}`]));
    const filled = fillForm<"aws", never>("aws", values as Record<FieldKey<"aws">, string>, {});
    expect(filled.map(({ key, value }) => [key, value])).toEqual(
      PLATFORM_FIELDS.aws.map(({ key }) => [key, `value of ${key}`]),
    );
  });

  it("omits rows that depend on the chosen options and have no value", () => {
    const all = PLATFORM_FIELDS.aws.map(({ key }) => key);
    const values = Object.fromEntries(all.map((key) => [key, "x"])) as Record<FieldKey<"aws">, string>;
    const without = fillForm<"aws", "role_arn">("aws", { ...values, role_arn: undefined } as never, {});
    expect(without.map(({ key }) => key)).toEqual(all.filter((key) => key !== "role_arn"));
    expect(fillForm<"aws", "role_arn">("aws", values, { role_arn: "x" })).toHaveLength(all.length);
  });
});
