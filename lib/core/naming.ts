/** The words of a path, lower-case: `["team", "finOps"]` joined by "-" gives `team-fin-ops`. */
export function joinWords(path: readonly string[], separator: string): string {
  return path
    .join(" ")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .join(separator);
}
