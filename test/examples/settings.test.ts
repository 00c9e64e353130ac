import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXAMPLE_SETTINGS, loadSettings, madeUp } from "../../examples/settings";
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
    ["a number", '{ "aws-minimal": { "bucketName": 1 } }', "'aws-minimal.bucketName' must be a string"],
  ])("refuse a file with %s", (_, text, problem) => {
    expect(refusal(() => loadSettings(own(text)))).toContain(`${file}: ${problem}`);
  });
});

describe("the settings of an example that are still made up", () => {
  it("are all that are not one's own", () => {
    const names = ["bucketName", "trustedPrincipalArn", "externalId"];
    expect(madeUp("aws-role", EXAMPLE_SETTINGS)).toEqual(names);
    const own = { ...EXAMPLE_SETTINGS, "aws-role": { ...EXAMPLE_SETTINGS["aws-role"], bucketName: "mine" } };
    expect(madeUp("aws-role", own)).toEqual(["trustedPrincipalArn", "externalId"]);
  });
});
