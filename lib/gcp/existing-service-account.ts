import { DataGoogleServiceAccount } from "@cdktf/provider-google/lib/data-google-service-account";
import { type ITerraformDependable, Op, TerraformSelf, Token } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { withPreconditions } from "../core/preconditions";
import { crossCheck, type PropsSchema, type UniqueName } from "../core/props-schema";
import { string } from "../core/rules";
import { show } from "../core/show";
import { describeConstruct, validateProps } from "../core/validate-props";
import { warnOfExistingPermissions } from "../core/warning";
import { GcpKeyIdentity } from "./key-identity";
import { SERVICE_ACCOUNT_EMAIL } from "./conditions";
import { GCP_PART_RULES, type GcpPartProps } from "./provider";
import {
  createKey,
  GCP_SERVICE_ACCOUNT_KEY_CHECK,
  GCP_SERVICE_ACCOUNT_KEY_RULES,
  type GcpServiceAccountKey,
  type GcpServiceAccountKeyProps,
  uniqueKeyPolicies,
} from "./service-account-key";

/** Props of `GcpIdentity.fromServiceAccount`. */
export interface GcpExistingServiceAccountProps extends GcpPartProps, GcpServiceAccountKeyProps {
  /**
   * E-mail address of the service account, `<account>@<project>.iam.gserviceaccount.com`. It must be in the project, and
   * dedicated to the platform. A service account can have ten keys.
   */
  readonly serviceAccountEmail: string;
}

/** Schema of `GcpExistingServiceAccountProps`. */
export const GCP_EXISTING_SERVICE_ACCOUNT_SCHEMA: PropsSchema<GcpExistingServiceAccountProps> = {
  rules: {
    ...GCP_PART_RULES,
    serviceAccountEmail: string(SERVICE_ACCOUNT_EMAIL, '"finops@acme-billing.iam.gserviceaccount.com"'),
    ...GCP_SERVICE_ACCOUNT_KEY_RULES,
  },
  crossChecks: [crossCheck(["serviceAccountEmail", "projectId"], checkProject), GCP_SERVICE_ACCOUNT_KEY_CHECK],
  uniqueNames: (props) => [...(props.createKey === false ? [] : [keyQuota(props)]), ...uniqueKeyPolicies(props)],
};

// https://docs.cloud.google.com/iam/quotas
const KEYS_PER_SERVICE_ACCOUNT = 10;

/** Claim of one of the keys that a service account can have. */
function keyQuota({ serviceAccountEmail }: GcpExistingServiceAccountProps): UniqueName {
  return {
    property: "serviceAccountEmail",
    kind: "keys",
    name: serviceAccountEmail,
    within: "program",
    quota: { most: KEYS_PER_SERVICE_ACCOUNT, takes: 1 },
    advice:
      "pass one GcpIdentity.fromServiceAccount(…) to all integrations, or create a service account for each platform",
  };
}

function checkProject({
  serviceAccountEmail,
  projectId,
}: Pick<GcpExistingServiceAccountProps, "serviceAccountEmail" | "projectId">): string[] {
  if ([serviceAccountEmail, projectId].some((one) => Token.isUnresolved(one))) {
    return [];
  }
  // An address has the domain of the project at the end: `example.com:billing` becomes `billing.example.com`.
  const host = projectId.split(":").reverse().join(".");
  return serviceAccountEmail.endsWith(`@${host}.iam.gserviceaccount.com`)
    ? []
    : [
        `'serviceAccountEmail' must be in the project ${show(projectId)}, got: ${show(serviceAccountEmail)}; ` +
          "set 'projectId' of the identity to the project of the service account",
      ];
}

/**
 * Existing service account, see `GcpIdentity.fromServiceAccount`.
 *
 * @throws InputError when a property is refused
 */
export class GcpExistingServiceAccount extends GcpKeyIdentity {
  /** Data source of the service account; `node.defaultChild`. */
  readonly serviceAccount: DataGoogleServiceAccount;
  /** Key of the service account. */
  readonly key: GcpServiceAccountKey;
  readonly email: string;
  readonly member: string;
  override readonly dependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: GcpExistingServiceAccountProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "GcpIdentity.fromServiceAccount"),
      GCP_EXISTING_SERVICE_ACCOUNT_SCHEMA,
      props,
    );
    super(scope, id, validProps);
    warnOfExistingPermissions(this, "service account");
    this.serviceAccount = new DataGoogleServiceAccount(this, "Resource", {
      provider: validProps.provider,
      accountId: validProps.serviceAccountEmail,
      lifecycle: withPreconditions(validProps, {
        postcondition: [
          {
            condition: Op.not(TerraformSelf.getAny("disabled")),
            errorMessage: `${describeConstruct(validProps)}: the service account must not be disabled.`,
          },
        ],
      }),
    });
    // The address comes from the props, not from the data source. Terraform defers the data source whenever an API is still
    // to be enabled; the address would be unknown at plan then, and the key and all bindings would be replaced.
    this.email = validProps.serviceAccountEmail;
    this.member = `serviceAccount:${this.email}`;
    this.dependencies = [this.serviceAccount];
    const { fqn, uniqueId } = this.serviceAccount;
    const name = `projects/${validProps.projectId}/serviceAccounts/${this.email}`;
    this.key = createKey(this, { fqn, name, email: this.email, uniqueId }, validProps);
    this.addSynthWarnings();
  }
}
