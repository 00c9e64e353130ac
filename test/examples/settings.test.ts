import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXAMPLE_SETTINGS, loadSettings, LOCAL_SETTINGS, placeholdersIn, readNamedFile } from "../../examples/settings";
import { refusal } from "../support/template";

const folder = mkdtempSync(join(tmpdir(), "cdktf-finops-settings-"));
const file = join(folder, "settings.local.json");
const localFile = (text: string): string => {
  writeFileSync(file, text);
  return file;
};

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("the settings of the examples", () => {
  it("are the placeholder values without a local file", () => {
    expect(loadSettings(join(folder, "none.json"))).toEqual(EXAMPLE_SETTINGS);
  });

  it("are overridden by the local file, and keep the placeholder values that it omits", () => {
    expect(loadSettings(localFile('{ "aws-role": { "bucketName": "mine" } }'))).toEqual({
      ...EXAMPLE_SETTINGS,
      "aws-role": { ...EXAMPLE_SETTINGS["aws-role"], bucketName: "mine" },
    });
  });

  it.each([
    ["invalid JSON", "bucketName: mine", "must be JSON: "],
    ["a string for the settings", '"mine"', "the file must be an object"],
    ["a string for an example", '{ "aws-role": "mine" }', "'aws-role' must be an object"],
    ["an unknown example", '{ "aws": {} }', "'aws' is not a known setting; known are aws-minimal, aws-role, "],
    [
      "an unknown setting",
      '{ "aws-minimal": { "bucket": "mine" } }',
      "'aws-minimal.bucket' is not a known setting; known are bucketName",
    ],
    [
      "a setting that every object inherits",
      '{ "toString": {} }',
      "'toString' is not a known setting; known are aws-minimal, ",
    ],
    [
      "an expression",
      '{ "aws-minimal": { "bucketName": "${file(\\"/etc/passwd\\")}" } }',
      "'aws-minimal.bucketName' must not contain '${' or '%{', which Terraform would evaluate",
    ],
    [
      "other settings but the placeholder of a key, which a cloud would accept",
      '{ "oci-existing-key": { "userEmail": "finops@acme.example" } }',
      "'oci-existing-key.publicKeyFile' must be set as well: the example's value is a sample that must not be deployed",
    ],
    [
      "a string for a boolean",
      '{ "gcp-minimal": { "exportReady": "yes" } }',
      "'gcp-minimal.exportReady' must be true or false",
    ],
    ["a number for a string", '{ "aws-minimal": { "bucketName": 1 } }', "'aws-minimal.bucketName' must be a string"],
  ])("refuse a file with %s", (_, text, problem) => {
    expect(refusal(() => loadSettings(localFile(text)))).toContain(`${file}: ${problem}`);
  });
});

describe("the placeholder values of an example", () => {
  it("are all settings without a local file, and all settings of an example that the file does not name", () => {
    const names = ["bucketName", "trustedPrincipalArn", "externalId"];
    expect(placeholdersIn("aws-role", EXAMPLE_SETTINGS)).toEqual(names);
    expect(placeholdersIn("aws-role", loadSettings(localFile('{ "aws-minimal": { "bucketName": "mine" } }')))).toEqual(
      names,
    );
  });

  it("are the settings that the file omits, not those that it sets to the same value", () => {
    const local = { bucketName: "mine", externalId: EXAMPLE_SETTINGS["aws-role"].externalId };
    const settings = loadSettings(localFile(JSON.stringify({ "aws-role": local })));
    expect(placeholdersIn("aws-role", settings)).toEqual(["trustedPrincipalArn"]);
  });
});

describe("a file that a setting names", () => {
  it("is read by its path relative to the root of the repository", () => {
    expect(readNamedFile("a.setting", "examples/oci-existing-key/public.pem")).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
  });

  it("is read by an absolute path", () => {
    expect(readNamedFile("a.setting", localFile("mine"))).toBe("mine");
  });

  it.each([
    ["does not exist", join(folder, "none.pem"), "ENOENT"],
    ["is a folder", folder, "EISDIR"],
  ])("is refused if it %s, with the name of the setting", (_, path, code) => {
    expect(refusal(() => readNamedFile("a.setting", path))).toBe(
      `${LOCAL_SETTINGS}: 'a.setting' must be the path of a readable file, got: "${path}" (${code})`,
    );
  });

  it("is withheld in the error if the setting holds a key instead of a path", () => {
    const key = "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n";
    expect(refusal(() => readNamedFile("a.setting", key))).toBe(
      `${LOCAL_SETTINGS}: 'a.setting' must be the path of a readable file, got: the text of a key`,
    );
  });
});
