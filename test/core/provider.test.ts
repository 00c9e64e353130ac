import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { IamUser } from "@cdktf/provider-aws/lib/iam-user";
import { type TerraformProvider, type TerraformStack, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { addProviderValidation, literalArgument, type ProviderSpec } from "../../lib/core/provider";
import { emptyStack, refusal, Template } from "../support/template";

const specWith = (problem?: string): ProviderSpec => ({
  type: "aws",
  label: "AWS",
  property: "payerProvider",
  check: () => (problem === undefined ? [] : [problem]),
});

function stackWithProvider(): TerraformStack {
  const stack = emptyStack();
  new AwsProvider(stack, "aws", { region: "us-east-1" });
  new IamUser(stack, "user", { name: "user" });
  return stack;
}

describe("the validation of a provider", () => {
  it("reports a problem once for constructs that share a provider, in each synthesis", () => {
    const stack = stackWithProvider();
    ["a", "b", "c"].forEach((id) => {
      addProviderValidation(new Construct(stack, id), specWith("it must work elsewhere"));
    });
    const message = refusal(() => Template.of(stack));
    expect(message).toContain("[billing] billing/a: it must work elsewhere");
    expect(message.split("it must work elsewhere")).toHaveLength(2);
    expect(refusal(() => Template.of(stack))).toBe(message);
  });

  it("reports a problem once for the stack's default provider, whether it is passed or not", () => {
    const stack = emptyStack();
    const provider = new AwsProvider(stack, "aws", { region: "us-east-1" });
    new IamUser(stack, "user", { name: "user" });
    addProviderValidation(new Construct(stack, "a"), specWith("it must work elsewhere"), provider);
    addProviderValidation(new Construct(stack, "b"), specWith("it must work elsewhere"));
    expect(refusal(() => Template.of(stack)).split("it must work elsewhere")).toHaveLength(2);
  });

  it("reports a problem by the next construct when the first one was removed", () => {
    const stack = stackWithProvider();
    ["a", "b"].forEach((id) => {
      addProviderValidation(new Construct(stack, id), specWith("it must work elsewhere"));
    });
    refusal(() => Template.of(stack));
    stack.node.tryRemoveChild("a");
    expect(refusal(() => Template.of(stack))).toContain("[billing] billing/b: it must work elsewhere");
  });

  it("reports a problem for each construct with another one", () => {
    const stack = stackWithProvider();
    ["home region", "realm"].forEach((what) => {
      addProviderValidation(new Construct(stack, what), specWith(`it must have another ${what}`));
    });
    const message = refusal(() => Template.of(stack));
    expect(message).toContain("[billing] billing/home region: it must have another home region");
    expect(message).toContain("[billing] billing/realm: it must have another realm");
  });

  it("concerns the stack's default provider of each synthesis, also when the former one got an alias", () => {
    const stack = stackWithProvider();
    const [former] = stack.allProviders();
    const checked: string[] = [];
    const check = ({ node }: TerraformProvider): string[] => {
      checked.push(node.id);
      return [];
    };
    addProviderValidation(new Construct(stack, "a"), { ...specWith(), check });
    Template.of(stack);
    Object.assign(former ?? {}, { alias: "former" });
    new AwsProvider(stack, "new", { region: "us-east-1" });
    Template.of(stack);
    expect(checked).toEqual(["aws", "new"]);
  });

  it("names the property by which the provider is passed", () => {
    const stack = emptyStack();
    new AwsProvider(stack, "aws", { region: "us-east-1", alias: "a" });
    addProviderValidation(new Construct(stack, "part"), specWith());
    expect(refusal(() => Template.of(stack))).toContain("pass the one to use as 'payerProvider'");
  });
});

describe("an argument of a provider", () => {
  it("is returned if it is a literal, not if it is missing or an unresolved token", () => {
    const stack = emptyStack();
    const region = new TerraformVariable(stack, "region", { type: "string" }).stringValue;
    const provider = new AwsProvider(stack, "aws", { region, profile: "payer" });
    expect(literalArgument(provider, "profile")).toBe("payer");
    expect(literalArgument(provider, "region")).toBeUndefined();
    expect(literalArgument(provider, "max_retries")).toBeUndefined();
  });
});
