import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Clone } from "../support/clone";

const CDKTF = join(__dirname, "../../node_modules/.bin/cdktf");

describe("the state of an example", () => {
  const clone = Clone.create();

  afterAll(() => {
    clone.remove();
  });

  it("remains when its stack is renamed, although cdktf deletes the folder of the old name", () => {
    expect(clone.run(CDKTF, "synth").code).toBe(0);
    const stack = clone.path("cdktf.out/stacks/aws-minimal");
    const { terraform } = JSON.parse(readFileSync(join(stack, "cdk.tf.json"), "utf8")) as {
      terraform: { backend: { local: { path: string } } };
    };
    const state = join(stack, terraform.backend.local.path);
    mkdirSync(dirname(state), { recursive: true });
    writeFileSync(state, '{ "version": 4 }');

    const stacks = clone.path("examples/stacks.ts");
    writeFileSync(stacks, readFileSync(stacks, "utf8").replace('"aws-minimal":', "renamed:"));
    expect(clone.run(CDKTF, "synth").code).toBe(0);

    expect(existsSync(clone.path("cdktf.out/stacks/renamed/cdk.tf.json"))).toBe(true);
    expect(existsSync(stack)).toBe(false);
    expect(readFileSync(state, "utf8")).toBe('{ "version": 4 }');
    expect(state).toBe(clone.path("aws-minimal.tfstate"));
  });
});
