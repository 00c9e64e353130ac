import { type CloudBenchmark } from "./clouds";
import { type Figure, growth, ratio, type Sized } from "./figures";
import { type Shape } from "./program";
import { type Cost, inChild, inPairs, type Pair, type Time } from "./processes";
import { type Traces } from "./traces";

// Sizes, each with its number of pairs of runs, and of those without stack traces. Short runs vary most, and cost little to
// repeat. The growth is computed from the last two sizes of each shape.
const SIZES: Readonly<Record<Shape, readonly Size[]>> = {
  many: [
    { size: 1, times: 15, untraced: 5 },
    { size: 100, times: 9, untraced: 5 },
    { size: 1000, times: 5, untraced: 3 },
  ],
  wide: [
    { size: 200, times: 9, untraced: 5 },
    { size: 1000, times: 5, untraced: 3 },
  ],
};
const IMPORTS = 15;

interface Size {
  readonly size: number;
  readonly times: number;
  readonly untraced: number;
}

/** Targets of the library: its cost as a multiple of the floor's, and its growth. */
const LIMITS = { import: 1.15, time: 1.15, frames: 1.1, memory: 1.2, growth: 1.1 };

/** Syntheses of one size. */
interface Syntheses extends Sized<Cost> {
  /** Syntheses without stack traces. */
  readonly untraced: readonly Pair<Cost>[];
  /** Stack traces, counted once. */
  readonly traces: readonly Pair<Traces>[];
}

/** Measurements of one cloud, with every single run. */
export interface Measurements {
  readonly figures: readonly Figure[];
  readonly imports: readonly Pair<Time>[];
  /** Syntheses by the thing whose number varies. */
  readonly syntheses: Readonly<Record<string, readonly Syntheses[]>>;
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
    const syntheses = SIZES[shape].map(({ size, times, untraced }): Syntheses => {
      progress(`${size} ${of}`);
      const runs = <Run>(repeat: number, ...mode: string[]): Pair<Run>[] => {
        const run = (program: string) => (): Run => inChild("synthesize", program, shape, String(size), ...mode) as Run;
        return inPairs(repeat, run(floor), run(library));
      };
      return {
        size,
        pairs: runs<Cost>(times),
        untraced: runs<Cost>(untraced, "omit-traces"),
        traces: runs<Traces>(1, "count-traces"),
      };
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

function figuresOf(of: string, syntheses: readonly Syntheses[]): Figure[] {
  const [from, to] = syntheses.slice(-2) as [Syntheses, Syntheses];
  return [
    ...syntheses.map(({ size, pairs }) => ratio(`time of ${size} ${of}`, "s", pairs, time, LIMITS.time)),
    ...syntheses.map(({ size, untraced }) => ratio(`time of ${size} ${of} without stack traces`, "s", untraced, time)),
    ...syntheses.map(({ size, traces }) => ratio(`stack traces of ${size} ${of}`, "", traces, (run) => run.traces)),
    ...syntheses.map(({ size, traces }) =>
      // A single integration bears what is once per stack.
      ratio(`stack frames of ${size} ${of}`, "", traces, (run) => run.frames, size > 1 ? LIMITS.frames : undefined),
    ),
    growth(`growth of time from ${from.size} to ${to.size} ${of}`, from, to, time, LIMITS.growth),
    ...syntheses.map(({ size, pairs }) =>
      ratio(`peak memory of ${size} ${of}`, "MB", pairs, ({ peakBytes }) => peakBytes / 1e6, LIMITS.memory),
    ),
  ];
}
