import { type Condition, type Rule } from "../lib/core/input";
import { INTEGRATION_RULES } from "../lib/core/integration";
import { AWS_ACCESS_RULES } from "../lib/aws/access";
import { AWS_BILLING_EXPORT_RULES } from "../lib/aws/billing-export";
import { AWS_INTEGRATION_RULES } from "../lib/aws/integration";

const RULES: Record<string, Rule> = {
  ...INTEGRATION_RULES,
  ...AWS_INTEGRATION_RULES,
  ...AWS_BILLING_EXPORT_RULES,
  ...AWS_ACCESS_RULES,
};

function conditionsOf({ kind }: Rule): readonly Condition[] {
  switch (kind.type) {
    case "string":
      return kind.conditions;
    case "map":
      return [...kind.keys, ...kind.values];
    default:
      return [];
  }
}

const patterns = Object.entries(RULES).flatMap(([name, rule]) =>
  conditionsOf(rule).flatMap((condition) => {
    const pattern =
      "matches" in condition ? condition.matches : "excludes" in condition ? condition.excludes : undefined;
    return pattern === undefined ? [] : [[name, pattern] as const];
  }),
);

// Terraform reads patterns as RE2 does: a look-ahead would make a validation refuse every value, and a repetition
// above 1000 is an error.
describe("the pattern of a rule, which must mean the same to Terraform", () => {
  it.each(patterns)("'%s': %s", (_, pattern) => {
    expect(pattern).not.toMatch(/\(\?/);
    expect(pattern).not.toMatch(/\\[1-9]/);
    expect(
      [...pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)]
        .flatMap(([, from, to]) => [Number(from), Number(to ?? 0)])
        .filter((n) => n > 1000),
    ).toEqual([]);
  });

  it("is compared for every rule that has one", () => {
    expect(patterns.length).toBeGreaterThan(20);
  });
});
