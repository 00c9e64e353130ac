import { AwsProvider, type AwsProviderConfig } from "@cdktf/provider-aws/lib/provider";
import { AwsAccess, AwsBillingExport, AwsIdentity, AwsIntegration, AwsStorage } from "cdktf-finops/aws";
import { type App, Aspects, TerraformStack, Testing } from "cdktf";
import { emptyStack, problemsOf, refusal, Template } from "../support/template";
import { awsStack } from "../support/aws";

const bucketName = "acme-billing-export";

describe("a provider in another partition", () => {
  const refusalIn = (region: string): string => {
    const stack = awsStack(region);
    new AwsIntegration(stack, "finops", { bucketName });
    return refusal(() => Template.of(stack));
  };

  it.each([
    "us-gov-west-1",
    "us-gov-east-1",
    "cn-north-1",
    "cn-northwest-1",
    "us-iso-east-1",
    "us-isob-east-1",
    "eu-isoe-west-1",
    "eusc-de-east-1",
  ])("is refused in %s, because AWS does not create the organization's report there", (region) => {
    expect(refusalIn(region)).toContain(
      "the AWS provider must work in the commercial partition, where AWS creates the Cost & Usage Report of all accounts, " +
        `got: region "${region}"; deploy with credentials of the commercial payer account, for example in "us-east-1"`,
    );
  });

  it("is refused also when the first part that used it was removed", () => {
    const stack = awsStack("cn-north-1");
    new AwsIntegration(stack, "finops", { bucketName });
    stack.node.tryRemoveChild("finops");
    expect(() => Template.of(stack)).not.toThrow();
    new AwsIntegration(stack, "finops", { bucketName });
    expect(refusal(() => Template.of(stack))).toContain("the AWS provider must work in the commercial partition");
  });

  it("is reported once, however many parts use it", () => {
    expect(refusalIn("us-gov-west-1").split("the AWS provider must")).toHaveLength(2);
  });
});

describe("a provider in the commercial partition", () => {
  it.each(["us-east-1", "eu-central-1", "ap-southeast-2", "me-central-1"])(
    "can be in any region, such as %s, because it calls the report service in us-east-1",
    (region) => {
      const stack = awsStack(region);
      new AwsIntegration(stack, "finops", { bucketName });
      expect(() => Template.of(stack)).not.toThrow();
    },
  );
});

describe("a provider that changes after its construction", () => {
  /** Synthesizes as a program does: cdktf prepares the stacks, and resolves them for that, before it visits aspects. */
  const appWith = (change: (provider: AwsProvider) => void): App => {
    const app = Testing.app();
    const stack = new TerraformStack(app, "billing");
    const provider = new AwsProvider(stack, "aws", { region: "us-east-1" });
    new AwsIntegration(stack, "finops", { bucketName });
    Aspects.of(stack).add({
      visit: (node) => {
        if (node === provider) {
          change(provider);
        }
      },
    });
    return app;
  };

  it("is accepted if an aspect leaves it as it is", () => {
    const app = appWith(() => undefined);
    expect(() => {
      app.synth();
    }).not.toThrow();
  });

  it.each<[string, Partial<AwsProvider>, string]>([
    ["a secret", { secretKey: "hunter2" }, "the AWS provider's 'secret_key' must not be in the program"],
    ["another partition", { region: "us-gov-west-1" }, "the AWS provider must work in the commercial partition"],
  ])("is refused if an aspect adds %s", (_, change, problem) => {
    const app = appWith((provider) => Object.assign(provider, change));
    expect(() => {
      app.synth();
    }).toThrow(problem);
  });

  it("is validated again in the next synthesis", () => {
    const stack = awsStack();
    new AwsIntegration(stack, "finops", { bucketName });
    expect(() => Template.of(stack)).not.toThrow();
    const [provider] = stack.allProviders();
    (provider as AwsProvider).token = "hunter2";
    expect(refusal(() => Template.of(stack))).toContain("the AWS provider's 'token' must not be in the program");
  });
});

describe("a secret of a provider", () => {
  const problemsWith = (config: AwsProviderConfig): string => {
    const stack = emptyStack();
    new AwsProvider(stack, "aws", config);
    new AwsIntegration(stack, "finops", { bucketName });
    return problemsOf(stack);
  };
  const problem = (name: string): string =>
    `[billing] billing/finops/identity: the AWS provider's '${name}' must not be in the program, whose JSON anyone may read; name a ` +
    "'profile', or set it in the environment (AWS_…)";

  it.each<[string, AwsProviderConfig]>([
    ["secret_key", { accessKey: "AKIAIOSFODNN7EXAMPLE", secretKey: "hunter2" }],
    ["token", { token: "hunter2" }],
    [
      "assume_role_with_web_identity.web_identity_token",
      {
        assumeRoleWithWebIdentity: [
          { roleArn: "arn:aws:iam::111122223333:role/deployer", webIdentityToken: "hunter2" },
        ],
      },
    ],
  ])("is refused as a literal, and is not shown: %s", (name, config) => {
    expect(problemsWith(config)).toBe(problem(name));
  });

  it("is accepted in a profile or a file", () => {
    expect(
      problemsWith({
        profile: "billing",
        assumeRoleWithWebIdentity: [{ webIdentityTokenFile: "/run/secrets/token" }],
      }),
    ).toBe("");
  });
});

describe("the provider of a single part", () => {
  const parts: [string, (stack: TerraformStack, provider?: AwsProvider) => unknown][] = [
    ["identity", (stack, provider) => new AwsIdentity(stack, "part", { provider })],
    ["storage", (stack, provider) => new AwsStorage(stack, "part", { bucketName, provider })],
    [
      "billing export",
      (stack, provider) =>
        new AwsBillingExport(stack, "part", {
          storage: new AwsStorage(stack, "s", { bucketName, provider }),
          provider,
        }),
    ],
    [
      "access",
      (stack, provider) => {
        const storage = new AwsStorage(stack, "s", { bucketName, provider });
        return new AwsAccess(stack, "part", {
          provider,
          identity: new AwsIdentity(stack, "i", { provider }),
          billingExport: new AwsBillingExport(stack, "b", { storage, provider }),
        });
      },
    ],
    ["integration", (stack, provider) => new AwsIntegration(stack, "part", { bucketName, provider })],
  ];

  it.each(parts)("must be in the stack of the part (%s)", (_, create) => {
    const app = Testing.app();
    const provider = new AwsProvider(new TerraformStack(app, "other"), "aws", { region: "us-east-1", alias: "a" });
    const stack = new TerraformStack(app, "billing");
    new AwsProvider(stack, "aws", { region: "us-east-1" });
    create(stack, provider);
    expect(refusal(() => Template.of(stack))).toContain(
      "'provider' must be in the stack of the construct, got: other/aws; create it in billing",
    );
  });

  it.each(parts)("must be passed when all providers of the stack have an alias (%s)", (_, create) => {
    const stack = emptyStack();
    new AwsProvider(stack, "payer", { region: "us-east-1", alias: "payer" });
    create(stack);
    expect(refusal(() => Template.of(stack))).toContain(
      "all AWS providers of the stack have an alias; pass the one to use as 'provider'",
    );
  });

  it.each(parts)("cannot be missing (%s)", (_, create) => {
    const stack = emptyStack();
    create(stack);
    expect(refusal(() => Template.of(stack))).toContain("Found resources without a matching provider construct");
  });
});

describe("the region of a provider", () => {
  const bucketRegion = (stack: TerraformStack): unknown => {
    new AwsStorage(stack, "storage", { bucketName });
    return Template.of(stack).resource("aws_s3_bucket").region;
  };

  it("is the one that an override sets", () => {
    const stack = emptyStack();
    new AwsProvider(stack, "aws", { region: "us-east-1" }).addOverride("region", "eu-west-1");
    expect(bucketRegion(stack)).toBe("us-east-1");
  });

  it("is not taken from the provider of a nested stack", () => {
    const stack = emptyStack();
    new AwsProvider(new TerraformStack(stack, "inner"), "aws", { region: "us-east-1" });
    new AwsProvider(stack, "aws", { region: "eu-west-1" });
    expect(bucketRegion(stack)).toBe("us-east-1");
  });

  it("is not taken from a provider that was removed", () => {
    const stack = awsStack("us-east-1");
    expect(bucketRegion(stack)).toBeUndefined();
    stack.node.tryRemoveChild("aws");
    new AwsProvider(stack, "aws", { region: "eu-west-1" });
    expect(Template.of(stack).resource("aws_s3_bucket").region).toBe("us-east-1");
  });
});

describe("a name that is unique in an account", () => {
  it("can be used twice with two providers, which may use two accounts", () => {
    const stack = awsStack();
    const other = new AwsProvider(stack, "other", { region: "us-east-1", alias: "other" });
    new AwsIdentity(stack, "one", { userName: "finops" });
    new AwsIdentity(stack, "two", { userName: "finops", provider: other });
    expect(problemsOf(stack)).toBe("");
  });

  it("cannot be used twice with the default provider, whether passed or not", () => {
    const stack = emptyStack();
    const provider = new AwsProvider(stack, "aws", { region: "us-east-1" });
    new AwsIdentity(stack, "one", { userName: "finops" });
    new AwsIdentity(stack, "two", { userName: "finops", provider });
    expect(problemsOf(stack)).toBe(
      `[billing] AwsIdentity at billing/two: 'userName' must be unique in the stack, got: "finops", which billing/one already uses for its IAM user; choose another`,
    );
  });
});
