import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Fn, TerraformLocal, TerraformVariable } from "cdktf";
import { literalSecrets } from "../../lib/core/literal-secrets";
import { emptyStack } from "../support/template";

describe("a secret among the arguments of a provider", () => {
  const stack = emptyStack();
  const told = new TerraformVariable(stack, "told", { type: "string", sensitive: true }).stringValue;
  const byDefault = new TerraformVariable(stack, "by_default", { type: "string", default: "hunter2" }).stringValue;
  const overridden = new TerraformVariable(stack, "overridden", { type: "string" });
  overridden.addOverride("default", "hunter2");
  const local = (id: string, expression: string): string => new TerraformLocal(stack, id, expression).asString;
  const map = new TerraformLocal(stack, "map", { secret: "hunter2", told });
  const farMap = new TerraformLocal(stack, "far_map", "${local.map}");
  new TerraformLocal(stack, "round", "${local.round}");
  let count = 0;
  const secretsIn = (secretKey: string): string[] => {
    count += 1;
    const provider = new AwsProvider(stack, `aws${count}`, { secretKey, alias: `a${count}` });
    return literalSecrets(provider, ["secret_key", "token", "assume_role.token"]);
  };

  it.each([
    ["a literal", "hunter2"],
    ["a literal beside what Terraform is told", `${told}2`],
    ["a literal within an expression", Fn.base64decode("aHVudGVyMg==")],
    ["a variable with a default", byDefault],
    ["a variable whose default is an override's", overridden.stringValue],
    ["a part of an expression that is a variable with a default", Fn.base64decode(byDefault)],
    ["a literal between what Terraform is told", `${told}hunter2${told}`],
    ["a local value", local("own", "hunter2")],
    ["a part of a local value", `\${local.${map.friendlyUniqueId}.secret}`],
    ["a part of a local value of a local value", `\${local.${farMap.friendlyUniqueId}.secret}`],
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

  it("is none where it is what a secret cannot be", () => {
    const provider = new AwsProvider(stack, "aws_none", { alias: "none", secretKey: byDefault, token: "a" });
    const isNone = (name: string, literal: string): boolean => name === "secret_key" && literal === "hunter2";
    expect(literalSecrets(provider, ["secret_key", "token"], isNone)).toEqual(["token"]);
  });

  it.each([
    ["a variable", told],
    ["a local value of a variable", local("of_told", told)],
    ["a file", Fn.file("/run/secrets/key")],
    ["a file whose name is a variable's default", Fn.file(byDefault)],
    ["a file whose name is made of others", Fn.file(Fn.pathexpand("~/.oci/key.pem"))],
    ["something else by its key", '${data.vault_generic_secret.x.data["client_secret"]}'],
    ["another part of a local value", `\${local.${map.friendlyUniqueId}.told}`],
    ["a local value of itself", "${local.round}"],
    ["a variable within braces", "${jsonencode({ key = var.told })}"],
    ["two variables", `${told}${told}`],
    ["a local value of a file", local("of_file", Fn.file("/run/secrets/key"))],
  ])("is not in the program where Terraform has it of %s", (_, secretKey) => {
    expect(secretsIn(secretKey)).toEqual([]);
  });
});
