import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Fn, Lazy, type TerraformStack, TerraformVariable } from "cdktf";
import { argumentsOf } from "../../lib/core/arguments";
import { forbidOverrides } from "../../lib/core/override-guard";
import { emptyStack, problemsOf } from "../support/template";

const TRUST = '{"Version":"2012-10-17"}';

function stackWithRole(): { stack: TerraformStack; role: IamRole } {
  const stack = emptyStack();
  new AwsProvider(stack, "aws", { region: "us-east-1" });
  const role = new IamRole(stack, "role", {
    name: "platform",
    assumeRolePolicy: TRUST,
    tags: { team: "finops", a: "b" },
  });
  return { stack, role };
}

describe("the arguments of an element", () => {
  const { stack, role } = stackWithRole();

  it("are keyed by their names in Terraform, for a resource", () => {
    expect(argumentsOf(role).assume_role_policy).toBe(TRUST);
    expect(argumentsOf(role).path).toBeUndefined();
  });

  it("are read from a data source and from a provider, too", () => {
    const data = new DataAwsCallerIdentity(stack, "caller", { id: "111122223333" });
    expect(argumentsOf(data)).toMatchObject({ id: "111122223333" });
    const [provider] = stack.allProviders();
    expect(argumentsOf(provider as AwsProvider)).toEqual({ region: "us-east-1" });
  });

  it("include overrides", () => {
    role.addOverride("path", "/platform/");
    expect(argumentsOf(role).path).toBe("/platform/");
  });
});

describe("an element whose overrides are forbidden", () => {
  const problemsAfter = (change: (role: IamRole) => void, expected: Record<string, unknown>): string => {
    const { stack, role } = stackWithRole();
    forbidOverrides(role, "the role", expected);
    change(role);
    return problemsOf(stack);
  };
  const EXPECTED = { name: "platform", assume_role_policy: TRUST, tags: { a: "b", team: "finops" }, path: undefined };
  const problem = (name: string, got: string): string =>
    `[billing/role] '${name}' of the role must not be overridden, got: ${got}; ` +
    "its permissions would be other than 'permissions' reports: add a resource of your own instead";

  it("is accepted unchanged, in any order of keys, and with an override of another argument", () => {
    expect(
      problemsAfter((role) => {
        role.addOverride("max_session_duration", 3600);
      }, EXPECTED),
    ).toBe("");
  });

  it("is accepted with an override that resolves to nothing, for an argument that must not be set", () => {
    const nothing = Lazy.anyValue({ produce: () => undefined });
    expect(
      problemsAfter((role) => {
        role.addOverride("path", nothing);
      }, EXPECTED),
    ).toBe("");
  });

  it("is accepted with an override by the same expression", () => {
    const { stack, role } = stackWithRole();
    const name = new TerraformVariable(stack, "name", { type: "string" }).stringValue;
    role.addOverride("name", Fn.lower(name));
    forbidOverrides(role, "the role", { name: Fn.lower(name) });
    expect(problemsOf(stack)).toBe("");
  });

  it.each<[string, string, unknown, string]>([
    ["another value", "name", "other", '"other"'],
    ["another value in a map", "tags", { team: "other" }, "an object"],
    ["a value for an argument that must not be set", "path", "/", '"/"'],
    ["null for an argument that must not be set", "path", null, "null"],
    ["a dynamic block", "dynamic", { tags: {} }, "an object"],
    [
      "a secret, which the error withholds",
      "name",
      `eyJ${"a".repeat(40)}`,
      "43 characters that look like a secret, which are not shown",
    ],
  ])("is refused with %s", (_, name, value, got) => {
    expect(
      problemsAfter((role) => {
        role.addOverride(name, value);
      }, EXPECTED),
    ).toBe(problem(name, got));
  });

  it("is refused when an argument was reset", () => {
    expect(
      problemsAfter((role) => {
        role.resetTags();
      }, EXPECTED),
    ).toBe(problem("tags", "undefined"));
  });
});
