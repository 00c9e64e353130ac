import { OrgPolicyPolicy } from "@cdktf/provider-google/lib/org-policy-policy";
import { type ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import { type UniqueName } from "../core/props-schema";
import { warn } from "../core/warning";
import { type GcpPartProps } from "./provider";

/** What a policy of the organization refuses: keys that Google makes, or certificates that are uploaded. */
export type KeyPolicy = "Creation" | "Upload";

/** Of each there are two constraints, an older one and a managed one, and each refuses by itself. */
function constraintsOf(policy: KeyPolicy): Readonly<Record<string, string>> {
  return {
    key_policy: `iam.disableServiceAccountKey${policy}`,
    key_policy_managed: `iam.managed.disableServiceAccountKey${policy}`,
  };
}

/** Claims the project's policies: a second program of the same would undo them when it is taken down. */
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
 * Excepts a project from the policies of its organization that refuse keys of service accounts.
 *
 * Source: https://docs.cloud.google.com/resource-manager/docs/organization-policy/restricting-service-accounts
 *
 * @param dependsOn on which is checked what Terraform alone knows of the project
 */
export function createKeyPolicyException(
  scope: Construct,
  { provider, projectId }: GcpPartProps,
  policy: KeyPolicy,
  dependsOn: ITerraformDependable[],
): OrgPolicyPolicy[] {
  warn(
    scope,
    `For all of the project, policies of the organization that refuse keys are lifted (${Object.values(constraintsOf(policy)).join(", ")}). ` +
      "A person's login needs 'userProjectOverride' and 'billingProject' of the provider for that. It can take a quarter of an hour to be known: if the key is refused until then, deploy again. Once the key is there, " +
      "it goes on without: set 'keyPolicyException' to false.",
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

/** Says that a key may be refused. */
export function warnOfKeyPolicy(scope: Construct, policy: KeyPolicy): void {
  const what = policy === "Creation" ? "Keys of service accounts" : "Uploaded keys of service accounts";
  warn(
    scope,
    `${what} are refused by default in organizations made since May 2024 (FAILED_PRECONDITION, "… is not allowed on this ` +
      `service account"; constraint iam.disableServiceAccountKey${policy} or its managed twin). Where that is so, have the ` +
      "platform log in without a key, or set 'keyPolicyException'.",
  );
}
