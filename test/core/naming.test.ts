import { kebabCase, snakeCase } from "../../lib/core/naming";

describe("names made from a construct's path", () => {
  it.each([
    [["billing", "finops"], "billing-finops", "billing_finops"],
    [["billing", "finOps"], "billing-fin-ops", "billing_fin_ops"],
    [["AWS Prod", "fin.ops_2"], "aws-prod-fin-ops-2", "aws_prod_fin_ops_2"],
    [["éà"], "", ""],
  ])("%j gives %j in kebab-case and %j in snake_case", (path, kebab, snake) => {
    expect(kebabCase(path)).toBe(kebab);
    expect(snakeCase(path)).toBe(snake);
  });
});
