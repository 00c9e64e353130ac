import { type CloudBenchmark } from "./clouds";
import { type Figure, growth, ratio, type Sized } from "./figures";
import { type Shape } from "./program";
import { type Cost, inChild, inPairs, type Pair, type Time } from "./processes";

// Sizes, each with its number of pairs of runs: short runs vary most, and cost little to repeat. The growth is computed from
// the last two sizes of each shape.
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

/** Targets of the library: its cost as a multiple of the floor's, and its growth. */
const LIMITS = { import: 1.15, time: 1.15, memory: 1.2, growth: 1.1 };

/** Measurements of one cloud, with every single run. */
export interface Measurements {
  readonly figures: readonly Figure[];
  readonly imports: readonly Pair<Time>[];
  /** Syntheses by the thing whose number varies. */
  readonly syntheses: Readonly<Record<string, readonly Sized<Cost>[]>>;
}

/** Measures a cloud, which takes minutes. */
export function measure(
  { entry, floor, library, wide }: CloudBenchmark,
  progress: (what: string) => void,
): Measurements {
  progress("import");
  const modules = inChild("list-imports", entry) as string[];
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

// Not the wall-clock time, which includes other programs' use of the processor. The result has both.
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
