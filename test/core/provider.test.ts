import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { IamUser } from "@cdktf/provider-aws/lib/iam-user";
import { type TerraformStack, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { addProviderValidation, literalArgument, type ProviderSpec } from "../../lib/core/provider";
import { emptyStack, refusal, Template } from "../support/template";

const kind = (problem?: string): ProviderSpec => ({
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

describe("the check of a provider", () => {
  it("is told of once by those who share it", () => {
    const stack = stackWithProvider();
    const shared = kind("it must work elsewhere");
    ["a", "b", "c"].forEach((id) => {
      addProviderValidation(new Construct(stack, id), shared);
    });
    expect(refusal(() => Template.of(stack)).split("it must work elsewhere")).toHaveLength(2);
  });

  it("is told of by each who has one of its own", () => {
    const stack = stackWithProvider();
    ["home region", "realm"].forEach((what) => {
      addProviderValidation(new Construct(stack, what), kind(`it must have another ${what}`));
    });
    const told = refusal(() => Template.of(stack));
    expect(told).toContain("[billing/home region] it must have another home region");
    expect(told).toContain("[billing/realm] it must have another realm");
  });

  it("is told of by the property that the provider is passed by", () => {
    const stack = emptyStack();
    new AwsProvider(stack, "aws", { region: "us-east-1", alias: "a" });
    addProviderValidation(new Construct(stack, "part"), kind());
    expect(refusal(() => Template.of(stack))).toContain("pass the one to use as 'payerProvider'");
  });
});

describe("an argument of a provider", () => {
  it("is known where the program writes it, and is neither left out nor left to Terraform", () => {
    const stack = emptyStack();
    const region = new TerraformVariable(stack, "region", { type: "string" }).stringValue;
    const provider = new AwsProvider(stack, "aws", { region, profile: "payer" });
    expect(literalArgument(provider, "profile")).toBe("payer");
    expect(literalArgument(provider, "region")).toBeUndefined();
    expect(literalArgument(provider, "max_retries")).toBeUndefined();
  });
});
