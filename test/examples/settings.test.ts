import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXAMPLE_SETTINGS, loadSettings, stillExamples } from "../../examples/settings";
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
    expect(loadSettings(own('{ "aws": { "bucketName": "mine" } }'))).toEqual({
      ...EXAMPLE_SETTINGS,
      aws: { ...EXAMPLE_SETTINGS.aws, bucketName: "mine" },
    });
  });

  it.each([
    ["no JSON", "bucketName: mine", "must be JSON: "],
    ["no object", '"mine"', "the file must be an object"],
    ["no object for a cloud", '{ "aws": "mine" }', "'aws' must be an object"],
    ["an unknown cloud", '{ "awz": {} }', "'awz' is not a known setting; known are aws"],
    [
      "an unknown setting",
      '{ "aws": { "bucket": "mine" } }',
      "'aws.bucket' is not a known setting; known are bucketName",
    ],
    ["a setting of the prototype", '{ "toString": {} }', "'toString' is not a known setting; known are aws"],
    [
      "an expression",
      '{ "aws": { "bucketName": "${file(\\"/etc/passwd\\")}" } }',
      "'aws.bucketName' must not contain '${' or '%{', which Terraform would evaluate",
    ],
    ["a number", '{ "aws": { "bucketName": 1 } }', "'aws.bucketName' must be a string"],
  ])("refuse a file with %s", (_, text, problem) => {
    expect(refusal(() => loadSettings(own(text)))).toContain(`${file}: ${problem}`);
  });
});

describe("settings that are still the examples' own", () => {
  it("are named by their path", () => {
    expect(stillExamples(EXAMPLE_SETTINGS)).toEqual(["aws.bucketName"]);
    expect(stillExamples({ aws: { bucketName: "mine" } })).toEqual([]);
  });
});
