import { type AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { Fn, type ITerraformDependable, Op, TerraformSelf, Token } from "cdktf";
import { type Construct } from "constructs";
import { InputError } from "../core/errors";
import { type ManualStep } from "../core/manual-step";
import { Part } from "../core/part";
import { subject } from "../core/place";
import { asOneExpression } from "../core/preconditions";
import { optional, type Rules, string } from "../core/rules";
import { show } from "../core/show";
import { keyPolicyStep } from "./delivery";
import { type AwsPolicyStatement, checkBucketStatement } from "./statement";
import { AWS_PROVIDER_RULES, type AwsProviderProps, BILLING_REGION, checkAwsProvider } from "./provider";

/** What a bucket for reports takes, new or not. */
export interface AwsStorageBaseProps extends AwsProviderProps {
  /**
   * The account that has to be deployed to, which owns the bucket and the report: 12 digits. With credentials of another
   * account Terraform stops at plan.
   *
   * @default - whatever account the credentials are of
   */
  readonly accountId?: string;

  /**
   * ARN of a KMS key of this account in us-east-1 that the reports are encrypted with. Its policy must let the report
   * service use it, which is a manual step: AWS does not document how that service works with such keys, so try it
   * before you rely on it.
   *
   * @default - encryption with keys that S3 manages (SSE-S3)
   */
  readonly kmsKeyArn?: string;
}

const ACCOUNT_ID = "be the 12 digits of an account";
const KMS_KEY_ARN = `be the ARN of a KMS key (not of an alias) in ${BILLING_REGION}, where the bucket is`;

/** One rule for each of `AwsStorageBaseProps`. */
export const AWS_STORAGE_BASE_RULES: Rules<AwsStorageBaseProps> = {
  ...AWS_PROVIDER_RULES,
  accountId: optional(
    string(
      [
        { must: ACCOUNT_ID, characters: "0-9" },
        { must: ACCOUNT_ID, minLength: 12, maxLength: 12 },
      ],
      '"111122223333"',
    ),
  ),
  kmsKeyArn: optional(
    string(
      [
        { must: KMS_KEY_ARN, characters: "a-z0-9:/-" },
        {
          must: KMS_KEY_ARN,
          matches: `^arn:aws:kms:${BILLING_REGION}:[0-9]{12}:key/(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$`,
        },
      ],
      '"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"',
    ),
  ),
};

/** What is wrong with those properties together: the report service uses keys of its own account only. */
export function checkKeyAccount({ accountId, kmsKeyArn }: Partial<AwsStorageBaseProps>): string[] {
  const known = ![accountId, kmsKeyArn].some((value) => value === undefined || Token.isUnresolved(value));
  return !known || kmsKeyArn?.split(":")[4] === accountId
    ? []
    : [`'kmsKeyArn' must be of the account ${accountId}, which 'accountId' names, got: ${show(kmsKeyArn)}`];
}

/** A bucket in us-east-1 that reports are delivered to: a new one (`AwsStorage`) or one that is there already. */
export abstract class AwsStorageBase extends Part {
  /** What the bucket's policy says, by this program. */
  protected readonly statements: AwsPolicyStatement[] = [];
  /** Name of the bucket, as Terraform knows it: whoever uses it waits for the bucket. */
  abstract readonly bucketName: string;
  /** ARN of the bucket. */
  abstract readonly bucketArn: string;
  /** Whether its policy lets the report service in, now or once `deliveryDependencies` are there. */
  abstract readonly deliveryReady: boolean;
  /** What has to be there before a report is defined: the service tests the bucket then. */
  abstract readonly deliveryDependencies: readonly ITerraformDependable[];
  /** The key that the reports are encrypted with, unless S3 manages it. */
  readonly kmsKeyArn?: string;
  /** Region of the bucket. */
  readonly region = BILLING_REGION;
  /** The account that the stack is deployed to, which owns the bucket: 12 digits. */
  readonly accountId: string;
  /** Partition of that account: `aws`. */
  readonly partition: string;
  /** How messages name it. */
  protected readonly subject: string;

  /** What creates or reads it; `undefined` for the stack's AWS provider without an alias. */
  readonly provider?: AwsProvider;

  constructor(scope: Construct, id: string, props: AwsStorageBaseProps) {
    super(scope, id);
    checkAwsProvider(this, props);
    this.provider = props.provider;
    this.subject = subject(this, props);
    this.kmsKeyArn = props.kmsKeyArn;
    this.accountId = this.account(props);
    this.partition = this.commercialPartition(props);
  }

  /**
   * Adds a statement to the bucket's policy, which is at most 20 KB long. It is your own: `permissions` does not tell
   * of it.
   *
   * What Terraform fills in goes in as it is, unchecked.
   *
   * @throws InputError when it is no statement of a bucket's policy, when the policy has one of that Sid, or when the
   * policy is not this program's own
   */
  addToBucketPolicy(statement: AwsPolicyStatement): void {
    const problems = checkBucketStatement(statement);
    if (problems.length === 0 && this.statements.some(({ Sid }) => Sid !== undefined && Sid === statement.Sid)) {
      problems.push(`'Sid' must be unique in the bucket's policy, got: ${show(statement.Sid)}; choose another`);
    }
    if (problems.length > 0) {
      throw new InputError(this.subject, problems);
    }
    this.writeStatements([...this.statements, statement]);
    this.statements.push(statement);
  }

  override get manualSteps(): ManualStep[] {
    return this.kmsKeyArn === undefined ? [] : [keyPolicyStep(this, this.kmsKeyArn)];
  }

  /** Puts the statements into the bucket's policy. */
  protected abstract writeStatements(statements: readonly AwsPolicyStatement[]): void;

  private account({ provider, accountId, kmsKeyArn }: AwsStorageBaseProps): string {
    const postcondition = [
      ...(accountId === undefined
        ? []
        : [
            {
              condition: Op.eq(TerraformSelf.getString("account_id"), accountId),
              errorMessage: `${this.subject}: deploy with credentials of the account ${accountId}, which 'accountId' names.`,
            },
          ]),
      ...(kmsKeyArn === undefined
        ? []
        : [
            {
              condition: Op.eq(
                Fn.element(Fn.split(":", asOneExpression(kmsKeyArn)), 4),
                TerraformSelf.getString("account_id"),
              ),
              errorMessage: `${this.subject}: 'kmsKeyArn' must be of the account that is deployed to.`,
            },
          ]),
    ];
    return new DataAwsCallerIdentity(this, "caller", {
      provider,
      lifecycle: postcondition.length > 0 ? { postcondition } : undefined,
    }).accountId;
  }

  private commercialPartition(props: AwsStorageBaseProps): string {
    return new DataAwsPartition(this, "partition", {
      provider: props.provider,
      lifecycle: {
        postcondition: [
          {
            condition: '${self.partition == "aws"}',
            errorMessage:
              "The Cost & Usage Report is made in the commercial partition: deploy with credentials of the commercial payer account.",
          },
        ],
      },
    }).partition;
  }
}
