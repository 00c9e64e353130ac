import { InputError } from "cdktf-finops";

describe("InputError", () => {
  it("is recognized by its class and by its name", () => {
    const error = new InputError("Thing at billing/thing", ["'a' must be b"]);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe("InputError");
    expect(error.message).toBe("Thing at billing/thing: 'a' must be b");
  });

  it("lists several problems, one per line", () => {
    expect(new InputError("Thing", ["one", "two"]).message).toBe("Thing: 2 problems\n  - one\n  - two");
  });
});
