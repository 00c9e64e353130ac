import { execFileSync } from "node:child_process";

/** What users download, and what it is on their disk. */
export interface PackageSize {
  readonly packedBytes: number;
  readonly unpackedBytes: number;
}

/** The size of what `npm pack` would write from what is built. */
export function packageSize(): PackageSize {
  const text = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [packed] = JSON.parse(text) as { size: number; unpackedSize: number }[];
  if (packed === undefined) {
    throw new Error("npm pack told of no package");
  }
  return { packedBytes: packed.size, unpackedBytes: packed.unpackedSize };
}
