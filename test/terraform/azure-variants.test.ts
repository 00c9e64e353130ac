import { choices, integratedIn, variants } from "../azure/variants";
import { MINIMAL } from "../support/azure";
import { Template } from "../support/template";
import { atAnyVersion, type Synthesized, Terraform, trial } from "../support/terraform";

// What no example has: each way in, and whatever else there is to choose. A condition that Terraform does not take would
// stop every plan, and is told by `validate`.

const stacks = [
  ...variants().map(([name, make]) => [`with ${name}`, integratedIn(true, () => MINIMAL, make)] as const),
  ...choices().map(([name, make]) => [name, integratedIn(name !== "with the resource provider", make)] as const),
];

describe.each(stacks)("an integration %s", (_, stack) => {
  const terraform = new Terraform(atAnyVersion(Template.of(stack).json as unknown as Synthesized));

  afterAll(() => {
    terraform.remove();
  });

  trial(terraform, "is accepted by 'terraform validate'", () => {
    expect(terraform.run("validate")).toEqual({
      ok: true,
      text: expect.stringContaining("Success! The configuration is valid.") as string,
    });
  });
});
