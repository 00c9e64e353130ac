import { Testing } from "cdktf";
import { readFileSync } from "node:fs";
import { EXAMPLE_SETTINGS } from "../../examples/settings";
import { STACKS } from "../../examples/stacks";
import { Clone } from "../support/clone";
import { type Golden, goldenFile } from "../support/golden";
import { rsaKey } from "../support/keys";
import { ocidOf } from "../support/oci";
import { Template } from "../support/template";
import { atAnyVersion, type Synthesized, Terraform, trial } from "../support/terraform";

// Validates and plans the examples with the real providers. Needs `terraform` on the PATH, and the provider plugins where
// Terraform looks for them, or a network to download them. The title of a skipped test names what is missing.

const clone = Clone.create();
const synthesized = clone.run("node", "--import", "tsx", "examples/main.ts");
const { stacks } = JSON.parse(readFileSync(clone.path("cdktf.out/manifest.json"), "utf8")) as {
  stacks: Record<string, { synthesizedStackPath: string }>;
};

/** Synthesized example, with its providers at any version. */
function configuration(path: string): Synthesized {
  return atAnyVersion(JSON.parse(readFileSync(clone.path("cdktf.out", path), "utf8")) as Synthesized);
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

// Oracle's provider makes no call before it reads something, so that a dummy key is enough for new resources.
describe.each(["oci-minimal", "oci-existing-key"] as const)("the plan of the example %s", (id) => {
  const terraform = new Terraform(configuration(stacks[id]?.synthesizedStackPath ?? ""));
  const { addresses } = JSON.parse(readFileSync(goldenFile(id), "utf8")) as Golden;

  afterAll(() => {
    terraform.remove();
  });

  trial(terraform, "creates the addresses of the golden file and nothing else, without a call", () => {
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

// Google's provider only asks for the identity of the caller, and continues without an answer, so that any token is enough.
describe.each([false, true])("the plan of the example gcp-minimal, 'exportReady' %s", (exportReady) => {
  const settings = { ...EXAMPLE_SETTINGS, "gcp-minimal": { ...EXAMPLE_SETTINGS["gcp-minimal"], exportReady } };
  const template = Template.of(STACKS["gcp-minimal"](Testing.app(), "gcp-minimal", settings));
  const terraform = new Terraform(atAnyVersion(template.json as unknown as Synthesized));

  afterAll(() => {
    terraform.remove();
  });

  trial(terraform, "creates the resources of the program and nothing else, without a call", () => {
    const planned = terraform.planned({ GOOGLE_OAUTH_ACCESS_TOKEN: "nobody's", GCE_METADATA_HOST: "127.0.0.1:9" });
    expect(planned).toEqual(Object.fromEntries(template.addresses.map((address) => [address, ["create"]])));
    const tables = Object.keys(planned).filter((address) => address.startsWith("google_bigquery_table_iam_member."));
    expect(tables).toHaveLength(exportReady ? 3 : 0);
  });
});
