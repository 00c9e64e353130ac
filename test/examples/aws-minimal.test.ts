import { Testing } from "cdktf";
import { AwsMinimalStack } from "../../examples/aws-minimal/stack";
import { EXAMPLE_SETTINGS } from "../../examples/settings";
import { Template } from "../support/template";
import golden from "./aws-minimal.golden.json";

const synth = (settings = EXAMPLE_SETTINGS.aws): Template =>
  Template.of(new AwsMinimalStack(Testing.app(), "aws-minimal", settings));

describe("the example aws-minimal", () => {
  const template = synth();

  // An address that changes makes Terraform destroy what was there: whoever changes the golden file breaks the stacks
  // of those who deployed the example, and has to offer them a way to move.
  it("has the addresses that people have in their state", () => {
    expect(template.addresses).toEqual(golden.addresses);
  });

  it("has the outputs that people read", () => {
    expect(Object.keys(template.outputs).sort()).toEqual(golden.outputs);
  });

  it("keeps its state at the root of the repository, outside of the folder that cdktf empties", () => {
    expect(template.json.terraform).toMatchObject({
      backend: { local: { path: "../../../aws-minimal.tfstate" } },
    });
  });

  it("uses the settings", () => {
    const other = synth({ region: "eu-central-1", bucketName: "other-bucket" });
    expect(other.resource("aws_s3_bucket")).toMatchObject({ bucket: "other-bucket", region: "us-east-1" });
    expect(other.json.provider).toEqual({ aws: [{ region: "eu-central-1" }] });
  });
});
