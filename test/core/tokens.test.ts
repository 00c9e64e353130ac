import { Token } from "cdktf";
import { knownToDiffer } from "../../lib/core/tokens";

const TOKEN = Token.asString({ ref: "x" });

describe("two values", () => {
  it("differ where both are known", () => {
    expect(knownToDiffer("a", "b")).toBe(true);
  });

  it.each([
    ["they are the same", "a", "a"],
    ["one is left out", undefined, "a"],
    ["the other is left out", "a", undefined],
    ["Terraform fills in one", TOKEN, "a"],
    ["Terraform fills in the other", "a", TOKEN],
    ["Terraform fills in a part of one", `${TOKEN}-b`, "a"],
  ])("are not known to differ where %s", (_, one, other) => {
    expect(knownToDiffer(one, other)).toBe(false);
  });
});
