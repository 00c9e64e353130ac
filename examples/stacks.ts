import { type TerraformStack } from "cdktf";
import { type Construct } from "constructs";
import { AwsMinimalStack } from "./aws-minimal/stack";
import { type Settings } from "./settings";

/** How each example is made, by the name of its folder, which is also its stack's. */
export const STACKS: Readonly<Record<string, (scope: Construct, id: string, settings: Settings) => TerraformStack>> = {
  "aws-minimal": (scope, id, { aws }) => new AwsMinimalStack(scope, id, aws),
};
