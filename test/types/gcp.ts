// Type test: compiled by test/types.test.ts, and with the packed declarations by test/consumers.test.ts; never run.
import { type TerraformStack } from "cdktf";
import {
  GcpIdentity,
  type GcpIdentityProps,
  GcpIntegration,
  type GcpIntegrationOptions,
  type GcpIntegrationProps,
  type IGcpBillingExport,
  type IGcpIdentity,
  type IGcpStorage,
} from "cdktf-finops/gcp";
import { type Construct } from "constructs";

declare const stack: TerraformStack;
declare const identity: IGcpIdentity;
declare const storage: IGcpStorage;
declare const billingExport: IGcpBillingExport;
const [projectId, billingAccountId, datasetLocation] = ["acme-billing", "01ABCD-234567-890123", "EU"];
const required = { projectId, billingAccountId, datasetLocation };

// Each way to use the construct.
new GcpIntegration(stack, "new", { ...required, organizationId: "123456789012" });
new GcpIntegration(stack, "storage", { projectId, billingAccountId, storage, hierarchy: "NONE" });
new GcpIntegration(stack, "export", { projectId, billingExport, hierarchy: "NONE" });
new GcpIntegration(stack, "identity", { ...required, identity, hierarchy: "NONE" });

// @ts-expect-error project, billing account and location are required
new GcpIntegration(stack, "finops", {});
// @ts-expect-error the location of a new dataset is required
new GcpIntegration(stack, "finops", { projectId, billingAccountId });
// @ts-expect-error the storage has its own location
new GcpIntegration(stack, "finops", { ...required, storage });
// @ts-expect-error the export has its own storage
new GcpIntegration(stack, "finops", { projectId, storage, billingExport });
// @ts-expect-error the export has its own billing account
new GcpIntegration(stack, "finops", { projectId, billingAccountId, billingExport });
// @ts-expect-error there is no such property
new GcpIntegration(stack, "finops", { ...required, retian: true });
// @ts-expect-error it is of another type
new GcpIntegration(stack, "finops", { ...required, retain: "yes" });
// @ts-expect-error an identity is no storage
new GcpIntegration(stack, "finops", { projectId, billingAccountId, storage: identity });

// An option without a use beside a passed part compiles, and is refused at run time.
new GcpIntegration(stack, "finops", { projectId, billingAccountId, storage, retain: false });

export function withOptions(options: GcpIntegrationOptions = {}): GcpIntegration {
  return new GcpIntegration(stack, "finops", { ...required, ...options });
}

export function withProps(props: GcpIntegrationProps): GcpIntegration {
  return new GcpIntegration(stack, "finops", { exportReady: true, ...props });
}

export class TeamIntegration extends GcpIntegration {
  constructor(scope: Construct, id: string, { team, ...options }: GcpIntegrationOptions & { readonly team: string }) {
    super(scope, id, { ...options, ...required, projectId: `acme-${team}` });
  }

  protected override createIdentity(props: GcpIdentityProps): IGcpIdentity {
    return new GcpIdentity(this, "identity", { ...props, accountId: "finops-platform" });
  }
}
