import { type OciPermission } from "./permissions";

// Statements are text: https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/policy-syntax.htm. The values in
// them are constants of this library, or validated: no literal can continue a statement or begin another.

/** Alias of Oracle's tenancy that contains the reports. */
const ALIAS = "usage-report";

/** Statement that defines the alias of Oracle's tenancy for the statements after it. */
export function defineStatement(tenancyOcid: string): string {
  return `define tenancy ${ALIAS} as ${tenancyOcid}`;
}

/**
 * Statements that grant a permission of the catalogue: `allow` in your own tenancy, `endorse` in Oracle's, whose policies
 * must admit the access as well.
 *
 * @param subject grantee, such as `group finops`
 */
export function grantStatements({ actions, resource }: OciPermission, subject: string): string[] {
  const effect = resource === "tenancy" ? "allow" : "endorse";
  return actions.map((action) => `${effect} ${subject} to ${action} in ${resource}`);
}
