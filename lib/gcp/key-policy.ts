import { OrgPolicyPolicy } from "@cdktf/provider-google/lib/org-policy-policy";
import { type ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import { type UniqueName } from "../core/props-schema";
import { warn } from "../core/warning";
import { type GcpPartProps } from "./provider";

/** Kind of key that an organization policy refuses: keys that Google creates, or certificates that are uploaded. */
export type KeyPolicy = "Creation" | "Upload";

/** Constraints for a kind of key: an older one and a managed one. Each of them refuses keys by itself. */
function constraintsOf(policy: KeyPolicy): Readonly<Record<string, string>> {
  return {
    key_policy: `iam.disableServiceAccountKey${policy}`,
    key_policy_managed: `iam.managed.disableServiceAccountKey${policy}`,
  };
}

/** Claim of the policies of a project: if two constructs created them, destroying one would undo the other's exception. */
export function uniqueKeyPolicy(projectId: string, policy: KeyPolicy): UniqueName {
  return {
    property: "keyPolicyException",
    kind: `exception for keys (${policy.toLowerCase()})`,
    name: projectId,
    within: "program",
    advice: "set it in one of them",
  };
}

/**
 * Creates the policies that exempt a project from the organization policies against keys of service accounts.
 *
 * Source: https://docs.cloud.google.com/resource-manager/docs/organization-policy/restricting-service-accounts
 *
 * @param dependsOn resources whose preconditions check the project if it is an unresolved token
 */
export function createKeyPolicyException(
  scope: Construct,
  { provider, projectId }: GcpPartProps,
  policy: KeyPolicy,
  dependsOn: ITerraformDependable[],
): OrgPolicyPolicy[] {
  warn(
    scope,
    `The whole project is exempt from the organization policies that refuse keys (${Object.values(constraintsOf(policy)).join(", ")}). ` +
      "With a person's login, the provider needs 'userProjectOverride' and 'billingProject' for that. The exception can take " +
      "15 minutes to take effect: if the key is refused until then, deploy again. The key stays valid without the exception: " +
      "once it exists, set 'keyPolicyException' to false.",
  );
  return Object.entries(constraintsOf(policy)).map(
    ([id, constraint]) =>
      new OrgPolicyPolicy(scope, id, {
        provider,
        name: `projects/${projectId}/policies/${constraint}`,
        parent: `projects/${projectId}`,
        spec: { rules: [{ enforce: "FALSE" }] },
        dependsOn,
      }),
  );
}

/** Warns that an organization policy may refuse the key. */
export function warnAboutKeyPolicy(scope: Construct, policy: KeyPolicy): void {
  const keys = policy === "Creation" ? "Keys of service accounts" : "Uploaded keys of service accounts";
  warn(
    scope,
    `${keys} are refused by default in organizations created since May 2024 (FAILED_PRECONDITION, "… is not allowed on this ` +
      `service account"; constraint iam.disableServiceAccountKey${policy} or its managed counterpart). In such an organization, ` +
      "let the platform log in without a key, or set 'keyPolicyException'.",
  );
}
