import { readFileSync } from "node:fs";
import { EXAMPLE_SETTINGS } from "../../examples/settings";
import { Clone } from "../support/clone";
import { type Golden, goldenFile } from "../support/golden";
import { ocidOf, rsaKey } from "../support/oci";
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

// Oracle's provider asks nothing before it is asked for something, so that a key of nobody's is enough for what is all new.
describe.each(["oci-minimal", "oci-existing-key"] as const)("the plan of the example %s", (id) => {
  const terraform = new Terraform(configuration(stacks[id]?.synthesizedStackPath ?? ""));
  const { addresses } = JSON.parse(readFileSync(goldenFile(id), "utf8")) as Golden;

  afterAll(() => {
    terraform.remove();
  });

  trial(terraform, "creates what people have in their state, and nothing else, without a call", () => {
    const planned = terraform.planned({
      OCI_TENANCY_OCID: EXAMPLE_SETTINGS[id].tenancyOcid,
      OCI_USER_OCID: ocidOf("user", "z"),
      OCI_FINGERPRINT: Array<string>(16).fill("00").join(":"),
      OCI_PRIVATE_KEY: rsaKey().privateKey,
      OCI_DISABLE_AUTO_RETRIES: "true",
    });
    expect(planned).toEqual(Object.fromEntries(addresses.map((address) => [address, ["create"]])));
  });
});
