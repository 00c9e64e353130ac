import { execFileSync } from "node:child_process";

/** Size of the package. */
export interface PackageSize {
  /** Size of the download. */
  readonly packedBytes: number;
  /** Size on disk. */
  readonly unpackedBytes: number;
}

/** Size of the package that `npm pack` would write from the build. */
export function packageSize(): PackageSize {
  const text = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [packed] = JSON.parse(text) as { size: number; unpackedSize: number }[];
  if (packed === undefined) {
    throw new Error("npm pack reported no package");
  }
  return { packedBytes: packed.size, unpackedBytes: packed.unpackedSize };
}
