import { IamWorkloadIdentityPool } from "@cdktf/provider-google/lib/iam-workload-identity-pool";
import { IamWorkloadIdentityPoolProvider } from "@cdktf/provider-google/lib/iam-workload-identity-pool-provider";
import { type ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { type ServiceAccountIamMember } from "@cdktf/provider-google/lib/service-account-iam-member";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { type Permission } from "../core/permission";
import { type PropsSchema } from "../core/props-schema";
import { optional, string } from "../core/rules";
import { validateProps } from "../core/validate-props";
import { GCP_FEDERATION_CHECK, GCP_FEDERATION_RULES, type GcpFederationProps, trustOf } from "./federation";
import { GcpIdentityBase } from "./identity-base";
import { type GcpIdentityFieldValues } from "./interfaces";
import { POOL_ID } from "./conditions";
import { IMPERSONATE_SERVICE_ACCOUNT } from "./permissions";
import { GCP_PART_RULES, type GcpPartProps } from "./provider";
import {
  createServiceAccount,
  createTokenBinding,
  GCP_SERVICE_ACCOUNT_RULES,
  type GcpServiceAccountProps,
  uniqueAccountId,
} from "./service-account";
import { type GcpAdditionalService } from "./services";

/** Props of `GcpFederatedIdentity`. */
export interface GcpFederatedIdentityProps extends GcpPartProps, GcpServiceAccountProps, GcpFederationProps {
  /**
   * ID of the workload identity pool: 4-32 lower-case letters, digits and `-`, not beginning with `gcp-`; unique in the
   * project, including the pools that were deleted within the last thirty days.
   *
   * @default - the path of the construct in kebab-case without the prefix `gcp-`, e.g. `billing-finops`
   */
  readonly poolId?: string;
}

/** Schema of `GcpFederatedIdentityProps`. */
export const GCP_FEDERATED_IDENTITY_SCHEMA: PropsSchema<GcpFederatedIdentityProps, "accountId" | "poolId"> = {
  rules: {
    ...GCP_PART_RULES,
    ...GCP_SERVICE_ACCOUNT_RULES,
    ...GCP_FEDERATION_RULES,
    poolId: optional(string(POOL_ID, '"finops-platform"')),
  },
  defaultNames: { accountId: (site) => site.name("-"), poolId: (site) => site.name("-").replace(/^gcp-/, "") },
  crossChecks: [GCP_FEDERATION_CHECK],
  uniqueNames: (props) => [
    uniqueAccountId(props),
    {
      property: "poolId",
      kind: "workload identity pool",
      name: props.poolId,
      within: "program",
      among: props.projectId,
    },
  ],
};

/**
 * Identity that the platform logs in as without a key: a service account for which the platform gets short-lived tokens in
 * exchange for its own tokens. Google accepts only tokens of one subject, or of one role in AWS. It has no secret.
 *
 * Source: https://docs.cloud.google.com/iam/docs/workload-identity-federation
 *
 * @throws InputError when a property is refused
 */
export class GcpFederatedIdentity extends GcpIdentityBase {
  /** The service account; `node.defaultChild`. */
  readonly serviceAccount: ServiceAccount;
  /** The workload identity pool. */
  readonly pool: IamWorkloadIdentityPool;
  /** Provider of the pool, which specifies the accepted tokens. */
  readonly poolProvider: IamWorkloadIdentityPoolProvider;
  /** Binding that allows the platform to get tokens of the service account. */
  readonly binding: ServiceAccountIamMember;
  readonly email: string;
  readonly member: string;
  readonly fieldValues: GcpIdentityFieldValues;
  readonly requiredServices: readonly GcpAdditionalService[] = ["iamcredentials", "sts"];

  constructor(scope: Construct, id: string, props: GcpFederatedIdentityProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "GcpFederatedIdentity"),
      GCP_FEDERATED_IDENTITY_SCHEMA,
      props,
    );
    super(scope, id, validProps);
    const { provider, projectId } = validProps;
    this.serviceAccount = createServiceAccount(this, validProps);
    this.email = this.serviceAccount.email;
    this.member = this.serviceAccount.member;
    this.pool = new IamWorkloadIdentityPool(this, "pool", {
      provider,
      project: projectId,
      workloadIdentityPoolId: validProps.poolId,
      displayName: "FinOps platform",
      // Its preconditions check the unresolved tokens: before that, nobody is trusted.
      dependsOn: [this.serviceAccount],
    });
    const trust = trustOf(validProps);
    this.poolProvider = new IamWorkloadIdentityPoolProvider(this, "pool_provider", {
      provider,
      project: projectId,
      workloadIdentityPoolId: this.pool.workloadIdentityPoolId,
      workloadIdentityPoolProviderId: "platform",
      displayName: "FinOps platform",
      ...trust.provider,
    });
    const member = `${trust.scheme}://iam.googleapis.com/${this.pool.name}/${trust.principal}`;
    this.binding = createTokenBinding(this, this.serviceAccount, validProps, member, trust.holder);
    this.fieldValues = { workload_identity_provider: `//iam.googleapis.com/${this.poolProvider.name}` };
    this.addSynthWarnings();
  }

  override get permissions(): Permission[] {
    return [IMPERSONATE_SERVICE_ACCOUNT];
  }
}
