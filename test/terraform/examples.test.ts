import { readFileSync } from "node:fs";
import { Clone } from "../support/clone";
import { Terraform, trial } from "../support/terraform";

// What the real provider says of each example. Needs `terraform` on the PATH, and the provider plugins where Terraform
// looks for them (or a network to download them from); what is missing is said in the name of the skipped test.

interface Synthesized {
  terraform: { backend?: unknown; required_providers: Record<string, { version?: string }> };
}

const clone = Clone.make();
const synthesized = clone.run("node", "--import", "tsx", "examples/main.ts");
const { stacks } = JSON.parse(readFileSync(clone.path("cdktf.out/manifest.json"), "utf8")) as {
  stacks: Record<string, { synthesizedStackPath: string }>;
};

/** The example's JSON, its providers at whatever version is found. */
function configuration(path: string): Synthesized {
  const json = JSON.parse(readFileSync(clone.path("cdktf.out", path), "utf8")) as Synthesized;
  delete json.terraform.backend;
  for (const provider of Object.values(json.terraform.required_providers)) {
    delete provider.version;
  }
  return json;
}

afterAll(() => {
  clone.remove();
});

it("the examples are synthesized", () => {
  expect(synthesized.code).toBe(0);
});

describe.each(Object.entries(stacks))("the example %s", (_, { synthesizedStackPath }) => {
  const terraform = new Terraform(configuration(synthesizedStackPath));

  afterAll(() => {
    terraform.remove();
  });

  trial(terraform, "is accepted by 'terraform validate'", () => {
    expect(terraform.run("validate")).toEqual({
      ok: true,
      text: expect.stringContaining("Success! The configuration is valid.") as string,
    });
  });
});
