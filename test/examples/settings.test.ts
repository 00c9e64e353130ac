import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXAMPLE_SETTINGS, loadSettings, LOCAL_SETTINGS, placeholdersIn, readNamedFile } from "../../examples/settings";
import { refusal } from "../support/template";

const folder = mkdtempSync(join(tmpdir(), "cdktf-finops-settings-"));
const file = join(folder, "settings.local.json");
const own = (text: string): string => {
  writeFileSync(file, text);
  return file;
};

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("the settings of the examples", () => {
  it("are the checked-in ones where there is no file of one's own", () => {
    expect(loadSettings(join(folder, "none.json"))).toEqual(EXAMPLE_SETTINGS);
  });

  it("are one's own where the file has them, and the checked-in ones elsewhere", () => {
    expect(loadSettings(own('{ "aws-role": { "bucketName": "mine" } }'))).toEqual({
      ...EXAMPLE_SETTINGS,
      "aws-role": { ...EXAMPLE_SETTINGS["aws-role"], bucketName: "mine" },
    });
  });

  it.each([
    ["no JSON", "bucketName: mine", "must be JSON: "],
    ["no object", '"mine"', "the file must be an object"],
    ["no object for an example", '{ "aws-role": "mine" }', "'aws-role' must be an object"],
    ["an unknown example", '{ "aws": {} }', "'aws' is not a known setting; known are aws-minimal, aws-role, "],
    [
      "an unknown setting",
      '{ "aws-minimal": { "bucket": "mine" } }',
      "'aws-minimal.bucket' is not a known setting; known are bucketName",
    ],
    ["a setting of the prototype", '{ "toString": {} }', "'toString' is not a known setting; known are aws-minimal, "],
    [
      "an expression",
      '{ "aws-minimal": { "bucketName": "${file(\\"/etc/passwd\\")}" } }',
      "'aws-minimal.bucketName' must not contain '${' or '%{', which Terraform would evaluate",
    ],
    [
      "all of one's own but the key, which a cloud would accept",
      '{ "oci-existing-key": { "userEmail": "finops@acme.example" } }',
      "'oci-existing-key.publicKeyFile' must be your own as well: the example's is for looks only",
    ],
    [
      "a text for what is true or false",
      '{ "gcp-minimal": { "exportReady": "yes" } }',
      "'gcp-minimal.exportReady' must be true or false",
    ],
    ["a number", '{ "aws-minimal": { "bucketName": 1 } }', "'aws-minimal.bucketName' must be a string"],
  ])("refuse a file with %s", (_, text, problem) => {
    expect(refusal(() => loadSettings(own(text)))).toContain(`${file}: ${problem}`);
  });
});

describe("the settings of an example that are still made up", () => {
  it("are all where there is no file of one's own, and all of an example that it does not name", () => {
    const names = ["bucketName", "trustedPrincipalArn", "externalId"];
    expect(placeholdersIn("aws-role", EXAMPLE_SETTINGS)).toEqual(names);
    expect(placeholdersIn("aws-role", loadSettings(own('{ "aws-minimal": { "bucketName": "mine" } }')))).toEqual(names);
  });

  it("are those that the file leaves out: what it gives is one's own, even where it is what the example says", () => {
    const given = { bucketName: "mine", externalId: EXAMPLE_SETTINGS["aws-role"].externalId };
    const settings = loadSettings(own(JSON.stringify({ "aws-role": given })));
    expect(placeholdersIn("aws-role", settings)).toEqual(["trustedPrincipalArn"]);
  });
});

describe("a file that a setting names", () => {
  it("is read, by its path from the root of the repository", () => {
    expect(readNamedFile("a.setting", "examples/oci-existing-key/public.pem")).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
  });

  it("is read wherever it is", () => {
    expect(readNamedFile("a.setting", own("mine"))).toBe("mine");
  });

  it.each([
    ["that is not there", join(folder, "none.pem"), "ENOENT"],
    ["that is a folder", folder, "EISDIR"],
  ])("is refused %s, with the setting that names it", (_, path, code) => {
    expect(refusal(() => readNamedFile("a.setting", path))).toBe(
      `${LOCAL_SETTINGS}: 'a.setting' must be the path of a file that can be read, got: "${path}" (${code})`,
    );
  });

  it("is not shown where someone put a key in the place of its name", () => {
    const key = "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n";
    expect(refusal(() => readNamedFile("a.setting", key))).toBe(
      `${LOCAL_SETTINGS}: 'a.setting' must be the path of a file that can be read, got: the text of a key`,
    );
  });
});
