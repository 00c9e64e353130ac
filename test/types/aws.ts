// Type test: compiled by test/types.test.ts, and with the packed declarations by test/consumers.test.ts; never run.
import { type TerraformStack } from "cdktf";
import {
  AwsIdentity,
  type AwsIdentityProps,
  AwsIntegration,
  type AwsIntegrationOptions,
  type AwsIntegrationProps,
  type IAwsBillingExport,
  type IAwsIdentity,
  type IAwsStorage,
} from "cdktf-finops/aws";
import { type Construct } from "constructs";

declare const stack: TerraformStack;
declare const identity: IAwsIdentity;
declare const storage: IAwsStorage;
declare const billingExport: IAwsBillingExport;
const bucketName = "acme-billing-export";

// Each way to use the construct.
new AwsIntegration(stack, "new", { bucketName });
new AwsIntegration(stack, "storage", { storage });
new AwsIntegration(stack, "export", { billingExport });
new AwsIntegration(stack, "identity", { bucketName, identity, reportName: "hourly" });

// @ts-expect-error a bucket is required
new AwsIntegration(stack, "finops", {});
// @ts-expect-error the storage has its own bucket
new AwsIntegration(stack, "finops", { bucketName, storage });
// @ts-expect-error the export has its own storage
new AwsIntegration(stack, "finops", { storage, billingExport });
// @ts-expect-error the export has its own bucket
new AwsIntegration(stack, "finops", { bucketName, billingExport });
// @ts-expect-error there is no such property
new AwsIntegration(stack, "finops", { bucketName, retian: true });
// @ts-expect-error it is of another type
new AwsIntegration(stack, "finops", { bucketName, retain: "yes" });
// @ts-expect-error an identity is no storage
new AwsIntegration(stack, "finops", { storage: identity });

// An option without a use beside a passed part compiles, and is refused at run time.
new AwsIntegration(stack, "finops", { storage, retain: false });

export function withOptions(options: AwsIntegrationOptions = {}): AwsIntegration {
  return new AwsIntegration(stack, "finops", { bucketName, ...options });
}

export function withProps(props: AwsIntegrationProps): AwsIntegration {
  return new AwsIntegration(stack, "finops", { timeUnit: "DAILY", ...props });
}

export class TeamIntegration extends AwsIntegration {
  constructor(scope: Construct, id: string, { team, ...options }: AwsIntegrationOptions & { readonly team: string }) {
    super(scope, id, { ...options, bucketName: `acme-${team}` });
  }

  protected override createIdentity(props: AwsIdentityProps): IAwsIdentity {
    return new AwsIdentity(this, "identity", { ...props, iamPath: "/finops/" });
  }
}
