import { Token } from "cdktf";
import { knownToDiffer } from "../../lib/core/tokens";

const TOKEN = Token.asString({ ref: "x" });

describe("two values", () => {
  it("are known to differ if both are literals", () => {
    expect(knownToDiffer("a", "b")).toBe(true);
  });

  it.each([
    ["they are equal", "a", "a"],
    ["the first is missing", undefined, "a"],
    ["the second is missing", "a", undefined],
    ["the first is an unresolved token", TOKEN, "a"],
    ["the second is an unresolved token", "a", TOKEN],
    ["the first is partly an unresolved token", `${TOKEN}-b`, "a"],
  ])("are not known to differ if %s", (_, one, other) => {
    expect(knownToDiffer(one, other)).toBe(false);
  });
});
