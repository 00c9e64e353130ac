import { type Contest } from "./clouds";
import { type Figure, growth, ratio, type Sized } from "./figures";
import { type Cost, inChild, inPairs, type Pair, type Time } from "./processes";

// How many integrations, and how many pairs of runs: what is over soon is also what varies most, and costs little to repeat.
const FEW = { size: 1, times: 15 };
const MORE = { size: 100, times: 9 };
const MANY = { size: 1000, times: 5 };
const IMPORTS = 15;

/** What the library may take, as a multiple of the floor, and how it may grow. */
const LIMITS = { import: 1.15, time: 1.15, memory: 1.2, growth: 1.1 };

/** All that is measured of one cloud, with every single run. */
export interface Measured {
  readonly figures: readonly Figure[];
  readonly imports: readonly Pair<Time>[];
  readonly syntheses: readonly Sized<Cost>[];
}

/** Measures a cloud; takes minutes. */
export function measure({ entry, floor, library }: Contest, progress: (what: string) => void): Measured {
  progress("import");
  const modules = inChild("imports-of", entry) as string[];
  const imports = inPairs(
    IMPORTS,
    () => inChild("import", ...modules) as Time,
    () => inChild("import", entry) as Time,
  );
  const synthesize = ({ size, times }: typeof FEW): Sized<Cost> => {
    progress(`${size} integrations`);
    const run = (program: string) => (): Cost => inChild("synthesize", program, String(size)) as Cost;
    return { size, pairs: inPairs(times, run(floor), run(library)) };
  };
  const more = synthesize(MORE);
  const many = synthesize(MANY);
  const syntheses = [synthesize(FEW), more, many];
  // The clock on the wall also runs while other programs have the processor. It is in the result, too.
  const time = ({ cpu }: Time): number => cpu;
  return {
    figures: [
      ratio("import", "s", imports, time, LIMITS.import),
      ...syntheses.map(({ size, pairs }) => ratio(`time of ${size}`, "s", pairs, time, LIMITS.time)),
      growth(`growth of time from ${more.size} to ${many.size}`, more, many, time, LIMITS.growth),
      ...syntheses.map(({ size, pairs }) =>
        ratio(`peak memory of ${size}`, "MB", pairs, ({ peakBytes }) => peakBytes / 1e6, LIMITS.memory),
      ),
    ],
    imports,
    syntheses,
  };
}
