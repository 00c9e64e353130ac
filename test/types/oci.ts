// Type test: compiled by test/types.test.ts, and with the packed declarations by test/consumers.test.ts; never run.
import { type TerraformStack } from "cdktf";
import {
  type IOciBillingExport,
  type IOciIdentity,
  OciIdentity,
  type OciIdentityProps,
  OciIntegration,
  type OciIntegrationOptions,
  type OciIntegrationProps,
} from "cdktf-finops/oci";
import { type Construct } from "constructs";

declare const stack: TerraformStack;
declare const identity: IOciIdentity;
declare const billingExport: IOciBillingExport;
const tenancy = { tenancyOcid: "ocid1.tenancy.oc1..aaaaaaaa", homeRegion: "us-ashburn-1" };
const required = { ...tenancy, userEmail: "finops-platform@acme.com" };

// Each way to use the construct.
new OciIntegration(stack, "new", required);
new OciIntegration(stack, "identity", { ...tenancy, identity });
new OciIntegration(stack, "export", { ...required, billingExport });

// @ts-expect-error tenancy, home region and e-mail address are required
new OciIntegration(stack, "finops", {});
// @ts-expect-error the e-mail address of a new user is required
new OciIntegration(stack, "finops", tenancy);
// @ts-expect-error the identity has its own user
new OciIntegration(stack, "finops", { ...required, identity });
// @ts-expect-error there is no such property
new OciIntegration(stack, "finops", { ...tenancy, userEmail: "finops-platform@acme.com", grupName: "finops" });
// @ts-expect-error it is of another type
new OciIntegration(stack, "finops", { ...required, members: ["alice"] });
// @ts-expect-error an export is no identity
new OciIntegration(stack, "finops", { ...tenancy, identity: billingExport });

// An option without a use beside a passed part compiles, and is refused at run time.
new OciIntegration(stack, "finops", { ...tenancy, identity, groupName: "finops" });

export function withOptions(options: OciIntegrationOptions = {}): OciIntegration {
  return new OciIntegration(stack, "finops", { ...required, ...options });
}

export function withProps(props: OciIntegrationProps): OciIntegration {
  return new OciIntegration(stack, "finops", { additionalFeatures: ["BUDGETS"], ...props });
}

export class TeamIntegration extends OciIntegration {
  constructor(scope: Construct, id: string, { team, ...options }: OciIntegrationOptions & { readonly team: string }) {
    super(scope, id, { ...options, ...required, userEmail: `finops-${team}@acme.com` });
  }

  protected override createIdentity(props: OciIdentityProps): IOciIdentity {
    return new OciIdentity(this, "identity", { ...props, groupName: "finops-platform" });
  }
}
