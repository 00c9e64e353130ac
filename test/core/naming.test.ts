import { joinWords } from "../../lib/core/construct-site";

describe("a name derived from a path", () => {
  it.each([
    ["billing/finops", "-", "billing-finops"],
    ["billing/finOps", "_", "billing_fin_ops"],
    ["AWS Prod/fin.ops_2", "-", "aws-prod-fin-ops-2"],
    ["acme/billing", "", "acmebilling"],
    ["éà", "-", ""],
  ])("joins the words of %s with %j: %j", (path, separator, name) => {
    expect(joinWords(path, separator)).toBe(name);
  });
});
