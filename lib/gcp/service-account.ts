import { ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { type Construct } from "constructs";
import { type Claim } from "../core/input";
import { checkedLifecycle } from "../core/preconditions";
import { optional, type Rules, string } from "../core/rules";
import { ACCOUNT_ID } from "./names";
import { type GcpPartProps } from "./provider";

/** What a new service account takes. */
export interface GcpServiceAccountProps {
  /**
   * What the e-mail address of the service account begins with: 6-30 lower-case letters, digits and `-`, a letter
   * first; unique in the project.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly accountId?: string;
}

/** One rule for each of `GcpServiceAccountProps`. */
export const GCP_SERVICE_ACCOUNT_RULES: Rules<GcpServiceAccountProps> = {
  accountId: optional(string(ACCOUNT_ID, '"finops-platform"')),
};

type Named = GcpServiceAccountProps & { readonly accountId: string } & GcpPartProps;

/** Claims the name of a service account. */
export function serviceAccountClaim({ accountId, projectId }: Named): Claim {
  return { property: "accountId", kind: "service account", name: accountId, within: "program", among: projectId };
}

/** A new service account, which by itself may do nothing. */
export function makeServiceAccount(scope: Construct, props: Named): ServiceAccount {
  return new ServiceAccount(scope, "Resource", {
    provider: props.provider,
    project: props.projectId,
    accountId: props.accountId,
    displayName: "FinOps platform",
    description: "Lets the FinOps platform read the billing export",
    lifecycle: checkedLifecycle(scope, props),
  });
}
