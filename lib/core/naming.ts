/** `["billing", "finOps"]` gives `billing-fin-ops`. */
export function kebabCase(path: readonly string[]): string {
  return words(path).join("-");
}

/** `["team", "finOps"]` gives `team_fin_ops`. */
export function snakeCase(path: readonly string[]): string {
  return words(path).join("_");
}

function words(path: readonly string[]): string[] {
  return path
    .join(" ")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}
