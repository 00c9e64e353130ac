import { type Pair } from "./processes";

/** One row of the report. */
export interface Figure {
  readonly name: string;
  /** Unit; empty for a count. */
  readonly unit: "s" | "MB" | "exponent" | "";
  /** Median of the floor. */
  readonly floor: number;
  /** Median of the library. */
  readonly library: number;
  /** Values that are compared with the limit: the ratio of each pair, or the library's growth. */
  readonly compared: Spread;
  /**
   * Target.
   *
   * @default - none: the figure explains others
   */
  readonly limit?: number;
  readonly met: boolean;
}

/** Distribution of a value that was measured several times. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Cost of the library relative to the floor: the median of the ratios of the pairs. */
export function ratio<Run>(
  name: string,
  unit: Figure["unit"],
  pairs: readonly Pair<Run>[],
  of: (run: Run) => number,
  limit?: number,
): Figure {
  const floor = pairs.map((pair) => of(pair.floor));
  const library = pairs.map((pair) => of(pair.library));
  const compared = spread(pairs.map((pair) => of(pair.library) / of(pair.floor)));
  return {
    name,
    unit,
    floor: median(floor),
    library: median(library),
    compared,
    limit,
    met: limit === undefined || compared.median <= limit,
  };
}

/** Exponent by which a cost grows with the number of integrations: 1 if twice as many cost twice as much. */
export function growth<Run>(
  name: string,
  from: Sized<Run>,
  to: Sized<Run>,
  of: (run: Run) => number,
  limit: number,
): Figure {
  const exponent = (few: number, many: number): number => Math.log(many / few) / Math.log(to.size / from.size);
  const few = { floor: from.pairs.map((pair) => of(pair.floor)), library: from.pairs.map((pair) => of(pair.library)) };
  const many = { floor: to.pairs.map((pair) => of(pair.floor)), library: to.pairs.map((pair) => of(pair.library)) };
  const library = exponent(median(few.library), median(many.library));
  return {
    name,
    unit: "exponent",
    floor: exponent(median(few.floor), median(many.floor)),
    library,
    compared: {
      median: library,
      min: exponent(Math.max(...few.library), Math.min(...many.library)),
      max: exponent(Math.min(...few.library), Math.max(...many.library)),
    },
    limit,
    met: library <= limit,
  };
}

/** Runs with this number of integrations. */
export interface Sized<Run> {
  readonly size: number;
  readonly pairs: readonly Pair<Run>[];
}

function spread(values: readonly number[]): Spread {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/** Median of an odd number of values. */
function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}
