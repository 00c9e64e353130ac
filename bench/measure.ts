import { type Contest } from "./clouds";
import { type Figure, growth, ratio, type Sized } from "./figures";
import { type Shape } from "./program";
import { type Cost, inChild, inPairs, type Pair, type Time } from "./processes";

// How many, and how many pairs of runs: what is over soon is also what varies most, and costs little to repeat. The last
// two of each tell how it grows.
const SIZES: Readonly<Record<Shape, readonly Size[]>> = {
  many: [
    { size: 1, times: 15 },
    { size: 100, times: 9 },
    { size: 1000, times: 5 },
  ],
  wide: [
    { size: 200, times: 9 },
    { size: 1000, times: 5 },
  ],
};
const IMPORTS = 15;

interface Size {
  readonly size: number;
  readonly times: number;
}

/** What the library may take, as a multiple of the floor, and how it may grow. */
const LIMITS = { import: 1.15, time: 1.15, memory: 1.2, growth: 1.1 };

/** All that is measured of one cloud, with every single run. */
export interface Measured {
  readonly figures: readonly Figure[];
  readonly imports: readonly Pair<Time>[];
  /** By what there are so many of. */
  readonly syntheses: Readonly<Record<string, readonly Sized<Cost>[]>>;
}

/** Measures a cloud; takes minutes. */
export function measure({ entry, floor, library, wide }: Contest, progress: (what: string) => void): Measured {
  progress("import");
  const modules = inChild("imports-of", entry) as string[];
  const imports = inPairs(
    IMPORTS,
    () => inChild("import", ...modules) as Time,
    () => inChild("import", entry) as Time,
  );
  const shapes: [Shape, string][] = [
    ["many", "integrations"],
    ...(wide === undefined ? [] : [["wide", wide] as [Shape, string]]),
  ];
  const measured = shapes.map(([shape, of]) => {
    const syntheses = SIZES[shape].map(({ size, times }): Sized<Cost> => {
      progress(`${size} ${of}`);
      const run = (program: string) => (): Cost => inChild("synthesize", program, shape, String(size)) as Cost;
      return { size, pairs: inPairs(times, run(floor), run(library)) };
    });
    return { of, syntheses };
  });
  return {
    figures: [
      ratio("import", "s", imports, time, LIMITS.import),
      ...measured.flatMap(({ of, syntheses }) => figuresOf(of, syntheses)),
    ],
    imports,
    syntheses: Object.fromEntries(measured.map(({ of, syntheses }) => [of, syntheses])),
  };
}

// The clock on the wall also runs while other programs have the processor. It is in the result, too.
const time = ({ cpu }: Time): number => cpu;

function figuresOf(of: string, syntheses: readonly Sized<Cost>[]): Figure[] {
  const [from, to] = syntheses.slice(-2) as [Sized<Cost>, Sized<Cost>];
  return [
    ...syntheses.map(({ size, pairs }) => ratio(`time of ${size} ${of}`, "s", pairs, time, LIMITS.time)),
    growth(`growth of time from ${from.size} to ${to.size} ${of}`, from, to, time, LIMITS.growth),
    ...syntheses.map(({ size, pairs }) =>
      ratio(`peak memory of ${size} ${of}`, "MB", pairs, ({ peakBytes }) => peakBytes / 1e6, LIMITS.memory),
    ),
  ];
}
