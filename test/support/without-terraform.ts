import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import createTemporaryFolder from "./temporary";

/**
 * Hides Terraform from a jest run and from the programs that it starts. Neither synthesis nor the tests need it, but some
 * classes of cdktf run it in each synthesis, and fail without it.
 */
export default function hideTerraform(): void {
  createTemporaryFolder();
  const bin = join(process.env.TMPDIR ?? "", "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "terraform"), "#!/bin/sh\necho 'terraform is not available in tests' >&2\nexit 127\n", {
    mode: 0o755,
  });
  process.env.PATH = [bin, process.env.PATH].join(delimiter);
}
