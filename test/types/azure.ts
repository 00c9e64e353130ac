// Type test: compiled by test/types.test.ts, and with the packed declarations by test/consumers.test.ts; never run.
import { type TerraformStack } from "cdktf";
import {
  AzureIdentity,
  type AzureIdentityProps,
  AzureIntegration,
  type AzureIntegrationOptions,
  type AzureIntegrationProps,
  type IAzureBillingExport,
  type IAzureIdentity,
  type IAzureStorage,
} from "cdktf-finops/azure";
import { type Construct } from "constructs";

declare const stack: TerraformStack;
declare const identity: IAzureIdentity;
declare const storage: IAzureStorage;
declare const billingExport: IAzureBillingExport;
const newStorage = {
  subscriptionId: "11111111-2222-3333-4444-555555555555",
  location: "westeurope",
  storageAccountName: "acmebillingexport",
};
const required = { ...newStorage, agreement: "MCA" } as const;

// Each way to use the construct.
new AzureIntegration(stack, "new", required);
new AzureIntegration(stack, "storage", { storage, agreement: "MCA" });
new AzureIntegration(stack, "export", { billingExport });
new AzureIntegration(stack, "identity", { ...required, identity });

// @ts-expect-error subscription, location, account and agreement are required
new AzureIntegration(stack, "finops", {});
// @ts-expect-error the agreement is required
new AzureIntegration(stack, "finops", newStorage);
// @ts-expect-error the agreement is required for new exports
new AzureIntegration(stack, "finops", { storage });
// @ts-expect-error the storage has its own account
new AzureIntegration(stack, "finops", { ...required, storage });
// @ts-expect-error the export has its own storage
new AzureIntegration(stack, "finops", { storage, billingExport });
// @ts-expect-error the export has its own agreement
new AzureIntegration(stack, "finops", { agreement: "MCA", billingExport });
// @ts-expect-error there is no such property
new AzureIntegration(stack, "finops", { ...required, retian: true });
// @ts-expect-error there is no such agreement
new AzureIntegration(stack, "finops", { ...newStorage, agreement: "XYZ" });
// @ts-expect-error an identity is no storage
new AzureIntegration(stack, "finops", { storage: identity, agreement: "MCA" });

// An option without a use beside a passed part compiles, and is refused at run time.
new AzureIntegration(stack, "finops", { storage, agreement: "MCA", retain: false });

export function withOptions(options: AzureIntegrationOptions = {}): AzureIntegration {
  return new AzureIntegration(stack, "finops", { ...required, ...options });
}

export function withProps(props: AzureIntegrationProps): AzureIntegration {
  return new AzureIntegration(stack, "finops", { containerReader: true, ...props });
}

export class TeamIntegration extends AzureIntegration {
  constructor(scope: Construct, id: string, { team, ...options }: AzureIntegrationOptions & { readonly team: string }) {
    super(scope, id, { ...options, ...required, storageAccountName: `acme${team}` });
  }

  protected override createIdentity(props: AzureIdentityProps): IAzureIdentity {
    return new AzureIdentity(this, "identity", { ...props, clientSecretDays: 90 });
  }
}
