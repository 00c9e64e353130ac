import { PrivateKey } from "@cdktf/provider-tls/lib/private-key";
import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { Fn, type TerraformStack } from "cdktf";
import { IdentityApiKey } from "../../lib/oci/bindings/identity-api-key";
import { IdentityGroup } from "../../lib/oci/bindings/identity-group";
import { IdentityPolicy } from "../../lib/oci/bindings/identity-policy";
import { IdentityUser } from "../../lib/oci/bindings/identity-user";
import { IdentityUserCapabilitiesManagement } from "../../lib/oci/bindings/identity-user-capabilities-management";
import { IdentityUserGroupMembership } from "../../lib/oci/bindings/identity-user-group-membership";
import { OciProvider } from "../../lib/oci/bindings/provider";
import { createOutputs } from "./floor-outputs";

// Code that a good engineer would write without the library, and without any validation. The bindings are a copy of the
// library's, as `cdktf get` would generate them.

const REGION = "us-ashburn-1";
const REPORT_TENANCY = "ocid1.tenancy.oc1..aaaaaaaaned4fkpkisbwjlr56u7cj63lf3wffbilvqknstgtvzub7vhqkggq";

export function build(stack: TerraformStack, count: number): void {
  new OciProvider(stack, "oci", { region: REGION });
  new TlsProvider(stack, "tls");
  for (let index = 0; index < count; index += 1) {
    const tenancy = `ocid1.tenancy.oc1..${String(index).padStart(60, "a")}`;
    onboard(stack, `finops${index}`, tenancy, `finops${index}@acme.com`);
  }
}

function onboard(stack: TerraformStack, prefix: string, compartmentId: string, email: string): void {
  const name = `${stack.node.id}-${prefix}`;
  const user = new IdentityUser(stack, `${prefix}_user`, {
    compartmentId,
    name,
    email,
    description: "The FinOps platform, by API key",
  });
  const userId = user.id;
  const capabilities = new IdentityUserCapabilitiesManagement(stack, `${prefix}_capabilities`, {
    userId,
    canUseApiKeys: true,
    canUseAuthTokens: false,
    canUseConsolePassword: false,
    canUseCustomerSecretKeys: false,
    canUseSmtpCredentials: false,
  });
  const group = new IdentityGroup(stack, `${prefix}_group`, {
    compartmentId,
    name,
    description: "May read the cost reports of the tenancy",
    dependsOn: [user],
  });
  const groupName = group.name;
  new IdentityUserGroupMembership(stack, `${prefix}_membership`, {
    userId,
    groupId: group.id,
    dependsOn: [capabilities],
  });
  const privateKey = new PrivateKey(stack, `${prefix}_private_key`, { algorithm: "RSA", rsaBits: 2048 });
  const { fingerprint } = new IdentityApiKey(stack, `${prefix}_api_key`, {
    userId,
    keyValue: Fn.trimspace(privateKey.publicKeyPem),
    dependsOn: [capabilities],
  });
  new IdentityPolicy(stack, `${prefix}_policy`, {
    lifecycle: { replaceTriggeredBy: [`oci_identity_group.${group.friendlyUniqueId}.id`] },
    compartmentId,
    name,
    description: "Lets the FinOps platform read the cost reports",
    statements: [
      `define tenancy usage-report as ${REPORT_TENANCY}`,
      `endorse group ${groupName} to read objects in tenancy usage-report`,
    ],
  });
  createOutputs(stack, prefix, {
    user_ocid: userId,
    tenancy_ocid: compartmentId,
    fingerprint,
    region: REGION,
    private_key_pem: privateKey.privateKeyPemPkcs8,
    group_name: groupName,
    usage_report_namespace: "bling",
    usage_report_bucket: compartmentId,
  });
}
