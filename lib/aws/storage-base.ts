import { type AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { Fn, type ITerraformDependable, Op, TerraformSelf } from "cdktf";
import { type Construct } from "constructs";
import { InputError } from "../core/errors";
import { type ManualStep } from "../core/manual-step";
import { Part } from "../core/part";
import { type CrossCheck, crossCheck } from "../core/props-schema";
import { optional, type Rules, string } from "../core/rules";
import { show } from "../core/show";
import { joinTokens, knownToDiffer } from "../core/tokens";
import { describeConstruct } from "../core/validate-props";
import { ACCOUNT_ID, BILLING_REGION, KMS_KEY_ARN } from "./conditions";
import { keyPolicyStep } from "./delivery";
import { type IAwsStorage } from "./interfaces";
import { type AwsPolicyStatement, checkBucketStatement } from "./statement";
import { addAwsProviderValidation, AWS_PROVIDER_RULES, type AwsProviderProps } from "./provider";

/** Props of a bucket for reports, new or existing. */
export interface AwsStorageBaseProps extends AwsProviderProps {
  /**
   * Account that the stack must be deployed to, which owns the bucket and the report: 12 digits. With credentials of another
   * account, Terraform stops at plan.
   *
   * @default - the account of the credentials
   */
  readonly accountId?: string;

  /**
   * ARN of the KMS key that encrypts the reports, in us-east-1 and in the same account. Its policy must allow the report
   * service to use it, which is a manual step. AWS does not document how that service works with such keys, so test it
   * before you rely on it.
   *
   * @default - encryption with keys that S3 manages (SSE-S3)
   */
  readonly kmsKeyArn?: string;
}

/** Rules of `AwsStorageBaseProps`. */
export const AWS_STORAGE_BASE_RULES: Rules<AwsStorageBaseProps> = {
  ...AWS_PROVIDER_RULES,
  accountId: optional(string(ACCOUNT_ID, '"111122223333"')),
  kmsKeyArn: optional(
    string(KMS_KEY_ARN, '"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"'),
  ),
};

/** Checks that the key belongs to the account: the report service uses only keys of the report's own account. */
export const AWS_KEY_ACCOUNT_CHECK: CrossCheck<AwsStorageBaseProps> = crossCheck(
  ["accountId", "kmsKeyArn"],
  checkKeyAccount,
);

function checkKeyAccount({ accountId, kmsKeyArn }: Pick<AwsStorageBaseProps, "accountId" | "kmsKeyArn">): string[] {
  return knownToDiffer(kmsKeyArn?.split(":")[4], accountId)
    ? [
        `'kmsKeyArn' must be of the account ${accountId ?? ""}, which 'accountId' names, got: ${show(kmsKeyArn)}; pass a key of that account`,
      ]
    : [];
}

/** Base of the library's storages. */
export abstract class AwsStorageBase extends Part implements IAwsStorage {
  readonly finopsInterface = "IAwsStorage";
  abstract readonly bucketName: string;
  abstract readonly bucketArn: string;
  abstract readonly deliveryReady: boolean;
  abstract readonly deliveryDependencies: readonly ITerraformDependable[];
  readonly region = BILLING_REGION;
  readonly accountId: string;
  readonly partition: string;
  readonly kmsKeyArn?: string;
  readonly provider?: AwsProvider;
  /** Statements of this program in the bucket's policy. */
  protected readonly statements: AwsPolicyStatement[] = [];
  /** Name of the construct in errors. */
  protected readonly subject: string;

  constructor(scope: Construct, id: string, validProps: AwsStorageBaseProps) {
    super(scope, id);
    addAwsProviderValidation(this, validProps);
    this.provider = validProps.provider;
    this.subject = describeConstruct(validProps);
    this.kmsKeyArn = validProps.kmsKeyArn;
    this.accountId = this.readAccount(validProps);
    this.partition = this.readPartition(validProps);
  }

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

  /** Writes the statements into the bucket's policy. */
  protected abstract writeStatements(statements: readonly AwsPolicyStatement[]): void;

  private readAccount({ provider, accountId, kmsKeyArn }: AwsStorageBaseProps): string {
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
                Fn.element(Fn.split(":", joinTokens(kmsKeyArn)), 4),
                TerraformSelf.getString("account_id"),
              ),
              errorMessage: `${this.subject}: 'kmsKeyArn' must be of the account that the stack is deployed to.`,
            },
          ]),
    ];
    return new DataAwsCallerIdentity(this, "caller", {
      provider,
      lifecycle: postcondition.length > 0 ? { postcondition } : undefined,
    }).accountId;
  }

  private readPartition(props: AwsStorageBaseProps): string {
    return new DataAwsPartition(this, "partition", {
      provider: props.provider,
      lifecycle: {
        postcondition: [
          {
            condition: '${self.partition == "aws"}',
            errorMessage:
              "AWS creates the Cost & Usage Report in the commercial partition: deploy with credentials of the commercial payer account.",
          },
        ],
      },
    }).partition;
  }
}
