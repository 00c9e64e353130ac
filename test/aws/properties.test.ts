import {
  AwsAccess,
  AwsBillingExport,
  AwsIdentity,
  AwsIntegration,
  AwsReportFormat,
  AwsRoleIdentity,
  AwsStorage,
} from "cdktf-finops/aws";
import { InputError } from "cdktf-finops";
import { type TerraformStack } from "cdktf";
import { type Construct } from "constructs";
import fc from "fast-check";
import { AWS_ACCESS_INPUT } from "../../lib/aws/access";
import { AWS_BILLING_EXPORT_INPUT } from "../../lib/aws/billing-export";
import { AWS_EXISTING_BUCKET_INPUT } from "../../lib/aws/existing-bucket";
import { AWS_EXISTING_REPORT_INPUT } from "../../lib/aws/existing-report";
import { AWS_EXISTING_ROLE_INPUT } from "../../lib/aws/existing-role";
import { AWS_EXISTING_USER_INPUT } from "../../lib/aws/existing-user";
import { AWS_IDENTITY_INPUT } from "../../lib/aws/identity";
import { AWS_INTEGRATION_INPUT } from "../../lib/aws/integration";
import { AWS_ROLE_IDENTITY_INPUT } from "../../lib/aws/role-identity";
import { AWS_STORAGE_INPUT } from "../../lib/aws/storage";
import { awsStack } from "../support/aws";
import { AWS_GRAMMAR, type Grammar } from "../support/grammar";
import { Template } from "../support/template";

// The same values in every run, so that a change fails by what it changes and not by luck. SEED=<number> tries others, and
// RUNS=<number> that many times as many.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
const runs = (times: number): { numRuns: number } => ({ numRuns: times * Number(process.env.RUNS ?? 1) });

type Props = Record<string, unknown>;

/** A construct by its public name: how it is made, of what, and the least that it takes. */
interface Subject {
  readonly rules: object;
  readonly make: (stack: TerraformStack, id: string, props: Props) => Construct;
  readonly least: (stack: TerraformStack) => Props;
}

const EXTERNAL_ID = "0b7c1f52-6d3e-4a58-9f41-2c8e7d90a613";
const PRINCIPAL = "arn:aws:iam::444455556666:root";
const storage = (stack: TerraformStack): AwsStorage =>
  new AwsStorage(stack, "storage", { bucketName: "acme-billing-export" });

// `never`, because JavaScript may pass anything.
const SUBJECTS: Readonly<Record<string, Subject>> = {
  AwsIntegration: {
    rules: AWS_INTEGRATION_INPUT.rules,
    make: (stack, id, props) => new AwsIntegration(stack, id, props),
    least: () => ({ bucketName: "acme-billing" }),
  },
  AwsIdentity: {
    rules: AWS_IDENTITY_INPUT.rules,
    make: (stack, id, props) => new AwsIdentity(stack, id, props),
    least: () => ({}),
  },
  AwsRoleIdentity: {
    rules: AWS_ROLE_IDENTITY_INPUT.rules,
    make: (stack, id, props) => new AwsRoleIdentity(stack, id, props as never),
    least: () => ({ trustedPrincipalArn: PRINCIPAL, externalId: EXTERNAL_ID }),
  },
  "AwsIdentity.fromUser": {
    rules: AWS_EXISTING_USER_INPUT.rules,
    make: (stack, id, props) => AwsIdentity.fromUser(stack, id, props as never),
    least: () => ({ userName: "platform" }),
  },
  "AwsIdentity.fromRole": {
    rules: AWS_EXISTING_ROLE_INPUT.rules,
    make: (stack, id, props) => AwsIdentity.fromRole(stack, id, props as never),
    least: () => ({ roleName: "platform", externalId: EXTERNAL_ID }),
  },
  AwsStorage: {
    rules: AWS_STORAGE_INPUT.rules,
    make: (stack, id, props) => new AwsStorage(stack, id, props as never),
    least: () => ({ bucketName: "acme-billing" }),
  },
  "AwsStorage.fromBucket": {
    rules: AWS_EXISTING_BUCKET_INPUT.rules,
    make: (stack, id, props) => AwsStorage.fromBucket(stack, id, props as never),
    least: () => ({ bucketName: "acme-billing", policy: "ELSEWHERE" }),
  },
  AwsBillingExport: {
    rules: AWS_BILLING_EXPORT_INPUT.rules,
    make: (stack, id, props) => new AwsBillingExport(stack, id, props as never),
    least: (stack) => ({ storage: storage(stack) }),
  },
  "AwsBillingExport.fromReport": {
    rules: AWS_EXISTING_REPORT_INPUT.rules,
    make: (stack, id, props) => AwsBillingExport.fromReport(stack, id, props as never),
    least: () => ({ reportName: "hourly" }),
  },
  AwsAccess: {
    rules: AWS_ACCESS_INPUT.rules,
    make: (stack, id, props) => new AwsAccess(stack, id, props as never),
    least: (stack) => ({
      identity: new AwsIdentity(stack, "identity"),
      billingExport: new AwsBillingExport(stack, "export", { storage: storage(stack) }),
    }),
  },
};

/** Values that are right, from which nearly right ones are made. */
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  accessLogBucketName: ["acme-access-logs", "a.b-c", "192.168.0.1x"],
  accountId: ["111122223333"],
  bucketName: ["acme-data", "a.b-c", "a..b", "-ab", "ab-", "10.0.0.10x", "xn--a", "a-s3alias", "a--x-s3", "acme-an"],
  externalId: [EXTERNAL_ID, "a:b/c,d.e@f=g+h_i-", "x".repeat(1224)],
  format: [AwsReportFormat.CSV_GZIP, AwsReportFormat.CSV_ZIP, AwsReportFormat.PARQUET],
  iamPath: ["/", "/finops/", "/a/b.c,d+e@f=g_h-/"],
  kmsKeyArn: [
    "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    `arn:aws:kms:us-east-1:111122223333:key/mrk-${"0123456789abcdef".repeat(2)}`,
  ],
  noncurrentVersionDays: [1, 3650, 0, 3651, 1.5, NaN, Infinity],
  outputPrefix: ["finops", "a_1"],
  permissionsBoundaryArn: ["arn:aws:iam::aws:policy/job-function/ViewOnlyAccess", "arn:aws:iam::111122223333:policy/b"],
  policyName: ["finops_+=,.@-", "p".repeat(128)],
  reportName: ["hourly", "a!-_.*'()"],
  roleName: ["finops_+=,.@-", "r".repeat(64)],
  s3Prefix: ["cur", "exports/aws", "a!-_.'()/b"],
  tags: [{ team: "finops" }, { "équipe 1": "", Команда: "_.:/=+-@" }, { a: "1", A: "2" }, { "aws:x": "1" }],
  trustedPrincipalArn: [PRINCIPAL, "arn:aws:iam::444455556666:role/a/b", "arn:aws:iam::444455556666:user/u"],
  userName: ["finops_+=,.@-", "u".repeat(64)],
  additionalArtifacts: [["REDSHIFT"], ["QUICKSIGHT", "REDSHIFT"], ["REDSHIFT", "REDSHIFT"]],
  additionalSchemaElements: [[], ["RESOURCES"]],
};
const WORDS = ["Active", "Inactive", "PAYER", "MEMBER", "OVERWRITE_REPORT", "CREATE_NEW_REPORT", "HOURLY", "DAILY"];
const STRANGE = Array.from("/.:*${}\"'\\ \n\tА\u200b😀-_9zA");

/** A string with one character put in, taken out or replaced. */
const nearly = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(text.length), fc.nat(1), fc.oneof(fc.constantFrom(...STRANGE, ""), fc.string({ maxLength: 1 })))
    .map(([at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut));

/** What someone may pass for a property: right, nearly right, of another kind, or anything. */
function anythingFor(property: string): fc.Arbitrary<unknown> {
  const samples = SAMPLES[property] ?? [];
  const strings = samples.filter((sample) => typeof sample === "string");
  return fc.oneof(
    ...(samples.length > 0 ? [fc.constantFrom(...samples)] : []),
    ...strings.map(nearly),
    fc.constantFrom(true, false, null, 0, 7, "", ...WORDS, "MERGE", "CREATE", "ELSEWHERE"),
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.string({ unit: fc.constantFrom(...Array.from("abz019-._/AZ")), maxLength: 70 }),
    fc.dictionary(fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), { maxKeys: 60 }),
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withSparseArray: true,
      withTypedArray: true,
    }),
  );
}

function grammarOf(subject: string, property: string): Grammar | undefined {
  const creates = property === "bucketName" && ["AwsIntegration", "AwsStorage"].includes(subject);
  return (AWS_GRAMMAR as Record<string, Grammar>)[creates ? "newBucketName" : property];
}

/** What comes of making it: nothing when it is accepted, else the message. Fails when it crashes by any other error. */
function refused({ make, least }: Subject, props: Props, id = "finops"): string | undefined {
  const stack = awsStack();
  const all = { ...least(stack), ...props };
  const before = stack.node.children.length;
  try {
    make(stack, id, all);
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) {
      throw error;
    }
    expect(stack.node.children).toHaveLength(before);
    return error.message;
  }
}

const cases = Object.entries(SUBJECTS).flatMap(([name, subject]) =>
  Object.keys(subject.rules).map((property) => [name, property, subject] as const),
);

describe("each property of each construct", () => {
  it("has a grammar, but for those that are objects of this library or of a provider", () => {
    const without = cases.filter(([name, property]) => grammarOf(name, property) === undefined);
    expect(new Set(without.map(([, property]) => property))).toEqual(
      new Set(["identity", "storage", "billingExport", "provider"]),
    );
  });
});

describe.each(cases)("%s, '%s'", (name, property, subject) => {
  const grammar = grammarOf(name, property) ?? ((): boolean => false);

  // The whole and the access stand on other parts, whose properties are tried there.
  const times = ["AwsIntegration", "AwsAccess"].includes(name) ? 15 : 50;

  it("is accepted when it keeps to the services' grammar, and else refused by its name", () => {
    fc.assert(
      fc.property(
        anythingFor(property).filter((value) => value !== undefined),
        (value) => {
          const message = refused(subject, { [property]: value });
          expect([message === undefined, message]).toEqual([grammar(value), message]);
          expect(message ?? `'${property}'`).toContain(`'${property}'`);
        },
      ),
      runs(times),
    );
  });
});

describe.each(Object.entries(SUBJECTS))("%s", (name, subject) => {
  const properties = Object.keys(subject.rules);
  const some = fc.record(Object.fromEntries(properties.map((property) => [property, anythingFor(property)])), {
    requiredKeys: [],
  });

  it("takes any properties together, or refuses them by its own error", () => {
    fc.assert(
      fc.property(some, (props) => {
        const given = Object.entries(props).filter(([, value]) => value !== undefined);
        if (refused(subject, Object.fromEntries(given)) === undefined) {
          expect(given.filter(([property, value]) => !(grammarOf(name, property) ?? (() => false))(value))).toEqual([]);
        }
      }),
      runs(30),
    );
  });

  it("takes right properties together, or says which do not go together, and synthesizes", () => {
    const right = fc.record(
      Object.fromEntries(
        properties
          .filter((property) => grammarOf(name, property) !== undefined)
          .map((property) => {
            const grammar = grammarOf(name, property) ?? (() => false);
            const samples = [...(SAMPLES[property] ?? []), true, false, 7, ...WORDS, "MERGE", "CREATE", "ELSEWHERE"];
            return [property, fc.constantFrom(...samples.filter(grammar))];
          }),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(right, (props) => {
        const stack = awsStack();
        try {
          subject.make(stack, "finops", { ...subject.least(stack), ...props });
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          expect((error as Error).message).toMatch(/'\w+' must (be left out|name|not|be of|be .+ when)/);
          return;
        }
        expect(() => Template.of(stack)).not.toThrow();
      }),
      runs(15),
    );
  });

  it("takes any id, or refuses it and what is made of it", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 80 }), fc.string({ maxLength: 80 })), (id) => {
        expect(refused(subject, {}, id) ?? "the id must").toMatch(
          /the id must|this one is made from the construct's path/,
        );
      }),
      runs(30),
    );
  });

  it("takes nothing but an object for its properties", () => {
    fc.assert(
      fc.property(fc.anything(), (props) => {
        const stack = awsStack();
        try {
          subject.make(stack, "finops", props as Props);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      runs(30),
    );
  });

  it("stands in a construct of a stack only", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (scope, id) => {
        expect(() => subject.make(scope as TerraformStack, id as string, {})).toThrow(InputError);
      }),
      runs(30),
    );
  });
});
