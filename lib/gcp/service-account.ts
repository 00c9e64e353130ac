import { ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { ServiceAccountIamMember } from "@cdktf/provider-google/lib/service-account-iam-member";
import { type Construct } from "constructs";
import { withPreconditions } from "../core/preconditions";
import { type UniqueName } from "../core/props-schema";
import { optional, type Rules, string } from "../core/rules";
import { warn } from "../core/warning";
import { forbidAuthoritativeIam } from "./authoritative";
import { ACCOUNT_ID } from "./conditions";
import { IMPERSONATE_SERVICE_ACCOUNT } from "./permissions";
import { type GcpPartProps } from "./provider";

/** Props of a new service account. */
export interface GcpServiceAccountProps {
  /**
   * ID of the service account, with which its e-mail address begins: 6-30 lower-case letters, digits and `-`, a letter
   * first; unique in the project.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly accountId?: string;
}

/** Rules of `GcpServiceAccountProps`. */
export const GCP_SERVICE_ACCOUNT_RULES: Rules<GcpServiceAccountProps> = {
  accountId: optional(string(ACCOUNT_ID, '"finops-platform"')),
};

type NewServiceAccountProps = GcpServiceAccountProps & { readonly accountId: string } & GcpPartProps;

/** Claim of the ID of a service account. */
export function uniqueAccountId({ accountId, projectId }: NewServiceAccountProps): UniqueName {
  return { property: "accountId", kind: "service account", name: accountId, within: "program", among: projectId };
}

/** Creates a service account, without any permissions. */
export function createServiceAccount(scope: Construct, props: NewServiceAccountProps): ServiceAccount {
  return new ServiceAccount(scope, "Resource", {
    provider: props.provider,
    project: props.projectId,
    accountId: props.accountId,
    displayName: "FinOps platform",
    description: "Lets the FinOps platform read the billing export",
    lifecycle: withPreconditions(props),
  });
}

/**
 * Creates the binding that allows a member to get tokens of a service account, and nothing else.
 *
 * @param holder name of the member in the warning, such as "this role"
 */
export function createTokenBinding(
  scope: Construct,
  { name }: ServiceAccount,
  { provider }: GcpPartProps,
  member: string,
  holder: string,
): ServiceAccountIamMember {
  const [role = ""] = IMPERSONATE_SERVICE_ACCOUNT.actions;
  // Google has no external id, which distinguishes the customers of a platform in AWS.
  warn(
    scope,
    `Ask the platform to use ${holder} for you only: if it is shared among customers, another customer who knows the e-mail ` +
      "address of your service account could use it to read your data.",
  );
  forbidAuthoritativeIam(scope, "service account", { names: [name], role });
  return new ServiceAccountIamMember(scope, "platform", { provider, serviceAccountId: name, role, member });
}
