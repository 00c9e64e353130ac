/** Joins the words of a path in lower case: `["team", "finOps"]` with "-" gives `team-fin-ops`. */
export function joinWords(path: readonly string[], separator: string): string {
  return path
    .join(" ")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .join(separator);
}
