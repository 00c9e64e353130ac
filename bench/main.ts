import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLOUDS } from "./clouds";
import { measure } from "./measure";
import { packageSize } from "./package-size";
import { inChild } from "./processes";
import { report } from "./report";

// What `npm run bench` runs, from the root of the repository; it stands compiled in bench/dist/bench.

const RESULT = join(__dirname, "../../result.json");

const drifted = Object.keys(CLOUDS).flatMap((cloud) =>
  (inChild("compare", cloud) as string[]).map((difference) => `  ${cloud}: ${difference}`),
);
if (drifted.length > 0) {
  console.error(["Floor and library do not synthesize the same, so nothing is measured:", ...drifted].join("\n"));
  process.exitCode = 1;
} else {
  const clouds = Object.entries(CLOUDS).map(([cloud, contest]) => {
    const progress = (what: string): void => {
      console.error(`measuring ${cloud}: ${what}`);
    };
    return [cloud, measure(contest, progress)] as const;
  });
  const size = packageSize();
  writeFileSync(
    RESULT,
    JSON.stringify({ node: process.version, package: size, ...Object.fromEntries(clouds) }, null, 2),
  );
  console.log(report(Object.fromEntries(clouds.map(([cloud, { figures }]) => [cloud, figures])), size));
}
