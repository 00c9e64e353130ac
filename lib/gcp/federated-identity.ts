import { IamWorkloadIdentityPool } from "@cdktf/provider-google/lib/iam-workload-identity-pool";
import { IamWorkloadIdentityPoolProvider } from "@cdktf/provider-google/lib/iam-workload-identity-pool-provider";
import { type ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { type ServiceAccountIamMember } from "@cdktf/provider-google/lib/service-account-iam-member";
import { type Construct } from "constructs";
import { type Input } from "../core/input";
import { type Permission } from "../core/permission";
import { Place } from "../core/place";
import { optional, string } from "../core/rules";
import { checkTrust, GCP_FEDERATION_RULES, type GcpFederationProps, trustIn } from "./federation";
import { GcpIdentityBase, type GcpIdentityValues } from "./identity-base";
import { POOL_ID } from "./names";
import { ACT_AS } from "./permissions";
import { GCP_PART_RULES, type GcpPartProps } from "./provider";
import {
  GCP_SERVICE_ACCOUNT_RULES,
  type GcpServiceAccountProps,
  letIn,
  makeServiceAccount,
  serviceAccountClaim,
} from "./service-account";
import { type GcpAdditionalService } from "./services";

/** Props of `GcpFederatedIdentity`. */
export interface GcpFederatedIdentityProps extends GcpPartProps, GcpServiceAccountProps, GcpFederationProps {
  /**
   * ID of the workload identity pool: 4-32 lower-case letters, digits and `-`, not beginning with `gcp-`; unique in the
   * project, also among the pools that were deleted within thirty days.
   *
   * @default - the path of the construct in kebab-case without `gcp-` in front, e.g. `billing-finops`
   */
  readonly poolId?: string;
}

/** The input of `GcpFederatedIdentity`. */
export const GCP_FEDERATED_IDENTITY_INPUT: Input<GcpFederatedIdentityProps, "accountId" | "poolId"> = {
  rules: {
    ...GCP_PART_RULES,
    ...GCP_SERVICE_ACCOUNT_RULES,
    ...GCP_FEDERATION_RULES,
    poolId: optional(string(POOL_ID, '"finops-platform"')),
  },
  names: { accountId: (place) => place.name("-"), poolId: (place) => place.name("-").replace(/^gcp-/, "") },
  combinations: checkTrust,
  claims: (props) => [
    serviceAccountClaim(props),
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
 * Who the platform logs in as, without a key: a service account of which the platform gets short-lived tokens for
 * tokens of its own. Only those of one subject, or of one role in AWS, are let in. Nothing of it is secret.
 *
 * Source: https://docs.cloud.google.com/iam/docs/workload-identity-federation
 */
export class GcpFederatedIdentity extends GcpIdentityBase {
  /** The service account; `node.defaultChild`. */
  readonly serviceAccount: ServiceAccount;
  /** The workload identity pool. */
  readonly pool: IamWorkloadIdentityPool;
  /** Which tokens are taken. */
  readonly poolProvider: IamWorkloadIdentityPoolProvider;
  /** What lets the platform in. */
  readonly binding: ServiceAccountIamMember;
  readonly email: string;
  readonly member: string;
  readonly formValues: GcpIdentityValues;
  readonly requiredServices: readonly GcpAdditionalService[] = ["iamcredentials", "sts"];

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: GcpFederatedIdentityProps) {
    const named = new Place(scope, id, "GcpFederatedIdentity").admit(GCP_FEDERATED_IDENTITY_INPUT, props);
    super(scope, id, named);
    const { provider, projectId } = named;
    this.serviceAccount = makeServiceAccount(this, named);
    this.email = this.serviceAccount.email;
    this.member = this.serviceAccount.member;
    this.pool = new IamWorkloadIdentityPool(this, "pool", {
      provider,
      project: projectId,
      workloadIdentityPoolId: named.poolId,
      displayName: "FinOps platform",
      // On it is checked what Terraform alone knows of the properties: before that nobody is trusted.
      dependsOn: [this.serviceAccount],
    });
    const trust = trustIn(named);
    this.poolProvider = new IamWorkloadIdentityPoolProvider(this, "pool_provider", {
      provider,
      project: projectId,
      workloadIdentityPoolId: this.pool.workloadIdentityPoolId,
      workloadIdentityPoolProviderId: "platform",
      displayName: "FinOps platform",
      ...trust.provider,
    });
    const member = `${trust.scheme}://iam.googleapis.com/${this.pool.name}/${trust.principal}`;
    this.binding = letIn(this, this.serviceAccount, named, member, trust.whom);
    this.formValues = { workload_identity_provider: `//iam.googleapis.com/${this.poolProvider.name}` };
  }

  override get permissions(): Permission[] {
    return [ACT_AS];
  }
}
