import Table from "cli-table3";
import { type Figure } from "./figures";
import { type PackageSize } from "./package-size";

/** Report that the benchmark prints. */
export function report(figures: Readonly<Record<string, readonly Figure[]>>, size: PackageSize): string {
  const table = new Table({
    head: ["cloud", "figure", "floor", "library", "library / floor", "min-max", "target", ""],
    style: { head: [], border: [] },
  });
  const rows = Object.entries(figures).flatMap(([cloud, ofCloud]) => ofCloud.map((figure) => ({ cloud, figure })));
  table.push(...rows.map(({ cloud, figure }) => [cloud, ...cells(figure)]));
  const missed = rows.filter(({ figure }) => !figure.met).map(({ cloud, figure }) => `${cloud}: ${figure.name}`);
  return [
    table.toString(),
    "Time is processor time, garbage collection included; a ratio is the median of the ratios of the pairs of runs.",
    "Stack frames are the sum of the depths of all stack traces. Their numbers are exact.",
    `Size of the package: ${kilobytes(size.packedBytes)} packed, ${kilobytes(size.unpackedBytes)} unpacked.`,
    missed.length === 0 ? "All targets are met." : `Targets missed: ${missed.join("; ")}.`,
  ].join("\n");
}

function cells({ name, unit, floor, library, compared, limit, met }: Figure): string[] {
  const digits = unit === "MB" || unit === "" ? 0 : 3;
  return [
    unit === "" ? name : `${name} (${unit})`,
    floor.toFixed(digits),
    library.toFixed(digits),
    unit === "exponent" ? "" : compared.median.toFixed(unit === "" ? 3 : 2),
    compared.min === compared.max ? "" : `${compared.min.toFixed(2)}-${compared.max.toFixed(2)}`,
    ...(limit === undefined ? ["", ""] : [`<= ${limit.toFixed(2)}`, met ? "met" : "MISSED"]),
  ];
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1e3).toFixed(1)} kB`;
}
