import { TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { Registry } from "../../lib/core/registry";

describe("a registry", () => {
  const app = Testing.app();
  const [one, other] = [new TerraformStack(app, "one"), new TerraformStack(app, "other")];

  it("creates the state of a construct once, with the construct", () => {
    const created: string[] = [];
    const registry = new Registry(({ node }) => {
      created.push(node.path);
      return [node.path];
    });
    expect(registry.of(one)).toBe(registry.of(one));
    expect(registry.of(other)).not.toBe(registry.of(one));
    expect(created).toEqual(["one", "other"]);
  });

  it("creates a state of undefined once, too", () => {
    const create = jest.fn(() => undefined);
    const registry = new Registry(create);
    registry.of(one);
    registry.of(one);
    expect(create).toHaveBeenCalledTimes(1);
  });

  it("finds the state of the nearest stack", () => {
    const registry = new Registry(({ node }: TerraformStack) => node.path);
    const nested = new TerraformStack(one, "nested");
    expect(registry.ofStack(new Construct(one, "part"))).toBe("one");
    expect(registry.ofStack(new Construct(nested, "part"))).toBe("one/nested");
  });
});
