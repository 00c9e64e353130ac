import { identityVariants, integrationStack, optionVariants } from "../azure/variants";
import { MINIMAL } from "../support/azure";
import { Template } from "../support/template";
import { atAnyVersion, type Synthesized, Terraform, trial } from "../support/terraform";

// Identities and options that no example has. `terraform validate` refuses conditions that Terraform cannot evaluate, which
// would otherwise stop each plan.

const stacks = [
  ...identityVariants().map(
    ([name, createProps]) => [`with ${name}`, integrationStack(true, () => MINIMAL, createProps)] as const,
  ),
  ...optionVariants().map(
    ([name, createProps]) =>
      [name, integrationStack(name !== "with the registration of the resource provider", createProps)] as const,
  ),
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
