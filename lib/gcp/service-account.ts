import { ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { ServiceAccountIamMember } from "@cdktf/provider-google/lib/service-account-iam-member";
import { type Construct } from "constructs";
import { withPreconditions } from "../core/preconditions";
import { type UniqueName } from "../core/props-schema";
import { optional, type Rules, string } from "../core/rules";
import { warn } from "../core/warning";
import { forbidAuthoritativeIam } from "./authoritative";
import { ACCOUNT_ID } from "./names";
import { ACT_AS } from "./permissions";
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
export function uniqueAccountId({ accountId, projectId }: Named): UniqueName {
  return { property: "accountId", kind: "service account", name: accountId, within: "program", among: projectId };
}

/** A new service account, which by itself may do nothing. */
export function createServiceAccount(scope: Construct, props: Named): ServiceAccount {
  return new ServiceAccount(scope, "Resource", {
    provider: props.provider,
    project: props.projectId,
    accountId: props.accountId,
    displayName: "FinOps platform",
    description: "Lets the FinOps platform read the billing export",
    lifecycle: withPreconditions(scope, props),
  });
}

/**
 * Lets somebody get tokens of a service account, and nothing else.
 *
 * @param whom as a warning names them
 */
export function grantTokenAccess(
  scope: Construct,
  { name }: ServiceAccount,
  { provider }: GcpPartProps,
  member: string,
  whom: string,
): ServiceAccountIamMember {
  const [role = ""] = ACT_AS.actions;
  // Google knows no external id, by which AWS's roles tell for whom the platform asks.
  warn(
    scope,
    `Have the platform use ${whom} for you alone: one that it uses for all of its customers could be had to read your data ` +
      "for another of them, who tells it the address of your service account.",
  );
  forbidAuthoritativeIam(scope, "service account", { names: [name], role });
  return new ServiceAccountIamMember(scope, "platform", { provider, serviceAccountId: name, role, member });
}
