import { Token } from "cdktf";
import { differ } from "../../lib/core/differ";

const TOKEN = Token.asString({ ref: "x" });

describe("two values", () => {
  it("differ where both are known", () => {
    expect(differ("a", "b")).toBe(true);
  });

  it.each([
    ["they are the same", "a", "a"],
    ["one is left out", undefined, "a"],
    ["the other is left out", "a", undefined],
    ["Terraform fills in one", TOKEN, "a"],
    ["Terraform fills in the other", "a", TOKEN],
    ["Terraform fills in a part of one", `${TOKEN}-b`, "a"],
  ])("are not known to differ where %s", (_, one, other) => {
    expect(differ(one, other)).toBe(false);
  });
});
