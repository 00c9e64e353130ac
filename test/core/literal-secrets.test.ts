import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Fn, TerraformLocal, TerraformVariable } from "cdktf";
import { literalSecrets } from "../../lib/core/literal-secrets";
import { emptyStack } from "../support/template";

describe("a secret among the arguments of a provider", () => {
  const stack = emptyStack();
  const variable = new TerraformVariable(stack, "variable", { type: "string", sensitive: true }).stringValue;
  const byDefault = new TerraformVariable(stack, "by_default", { type: "string", default: "hunter2" }).stringValue;
  const overridden = new TerraformVariable(stack, "overridden", { type: "string" });
  overridden.addOverride("default", "hunter2");
  const local = (id: string, expression: string): string => new TerraformLocal(stack, id, expression).asString;
  const map = new TerraformLocal(stack, "map", { secret: "hunter2", variable });
  const nestedMap = new TerraformLocal(stack, "nested_map", "${local.map}");
  new TerraformLocal(stack, "round", "${local.round}");
  let count = 0;
  const secretsIn = (secretKey: string): string[] => {
    count += 1;
    const provider = new AwsProvider(stack, `aws${count}`, { secretKey, alias: `a${count}` });
    return literalSecrets(provider, ["secret_key", "token", "assume_role.token"]);
  };

  it.each([
    ["a literal", "hunter2"],
    ["a literal beside a variable", `${variable}2`],
    ["a literal within an expression", Fn.base64decode("aHVudGVyMg==")],
    ["a variable with a default", byDefault],
    ["a variable whose default is set by an override", overridden.stringValue],
    ["a part of an expression that is a variable with a default", Fn.base64decode(byDefault)],
    ["a literal between variables", `${variable}hunter2${variable}`],
    ["a local value", local("own", "hunter2")],
    ["a part of a local value", `\${local.${map.friendlyUniqueId}.secret}`],
    ["a part of a local value of a local value", `\${local.${nestedMap.friendlyUniqueId}.secret}`],
    ["a local value of a local value of a variable with a default", local("far", local("near", byDefault))],
  ])("is in the program as %s", (_, secretKey) => {
    expect(secretsIn(secretKey)).toEqual(["secret_key"]);
  });

  it("is in the program as a number, or in a block", () => {
    const provider = new AwsProvider(stack, "aws_numbers", { alias: "numbers", assumeRole: [{ policy: "a" }] });
    provider.addOverride("secret_key", 12345678);
    expect(literalSecrets(provider, ["secret_key", "assume_role.policy"])).toEqual([
      "secret_key",
      "assume_role.policy",
    ]);
  });

  it("is not reported if the literal is harmless", () => {
    const provider = new AwsProvider(stack, "aws_none", { alias: "none", secretKey: byDefault, token: "a" });
    const isHarmless = (name: string, literal: string): boolean => name === "secret_key" && literal === "hunter2";
    expect(literalSecrets(provider, ["secret_key", "token"], isHarmless)).toEqual(["token"]);
  });

  it.each([
    ["a variable", variable],
    ["a local value of a variable", local("of_variable", variable)],
    ["a file", Fn.file("/run/secrets/key")],
    ["a file whose name is a variable's default", Fn.file(byDefault)],
    ["a file whose name is an expression", Fn.file(Fn.pathexpand("~/.oci/key.pem"))],
    ["another resource, by a key", '${data.vault_generic_secret.x.data["client_secret"]}'],
    ["another part of a local value", `\${local.${map.friendlyUniqueId}.variable}`],
    ["a local value that refers to itself", "${local.round}"],
    ["a variable within braces", "${jsonencode({ key = var.variable })}"],
    ["two variables", `${variable}${variable}`],
    ["a local value of a file", local("of_file", Fn.file("/run/secrets/key"))],
  ])("is not in the program if Terraform reads it from %s", (_, secretKey) => {
    expect(secretsIn(secretKey)).toEqual([]);
  });
});
