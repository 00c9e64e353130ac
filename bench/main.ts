import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLOUDS } from "./clouds";
import { measure } from "./measure";
import { packageSize } from "./package-size";
import { inChild } from "./processes";
import { report } from "./report";

// The program of `npm run bench`, compiled to bench/dist/bench and run from the root of the repository.

const RESULT = join(__dirname, "../../result.json");

const differences = Object.keys(CLOUDS).flatMap((cloud) =>
  (inChild("compare", cloud) as string[]).map((difference) => `  ${cloud}: ${difference}`),
);
if (differences.length > 0) {
  console.error(["Floor and library synthesize different stacks, so nothing is measured:", ...differences].join("\n"));
  process.exitCode = 1;
} else {
  const clouds = Object.entries(CLOUDS).map(([cloud, benchmark]) => {
    const progress = (what: string): void => {
      console.error(`measuring ${cloud}: ${what}`);
    };
    return [cloud, measure(benchmark, progress)] as const;
  });
  const size = packageSize();
  writeFileSync(
    RESULT,
    JSON.stringify({ node: process.version, package: size, ...Object.fromEntries(clouds) }, null, 2),
  );
  console.log(report(Object.fromEntries(clouds.map(([cloud, { figures }]) => [cloud, figures])), size));
}
