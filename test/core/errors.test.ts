import { InputError } from "cdktf-finops";

describe("a refusal of bad input", () => {
  it("is known by its class and by its name", () => {
    const error = new InputError("Thing at billing/thing", ["'a' must be b"]);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe("InputError");
    expect(error.message).toBe("Thing at billing/thing: 'a' must be b");
  });

  it("tells of several problems one to a line", () => {
    expect(new InputError("Thing", ["one", "two"]).message).toBe("Thing: 2 problems\n  - one\n  - two");
  });
});
