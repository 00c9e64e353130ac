import { type OciPermission } from "./permissions";

// Policies are text: https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/policy-syntax.htm. What is put into
// a statement is either of this library's own words or of a grammar without quotes and spaces.

/** The name by which the statements of a policy call Oracle's tenancy with the reports. */
const ALIAS = "usage-report";

/** Gives Oracle's tenancy the name by which the statements below it call it. */
export function define(tenancyOcid: string): string {
  return `define tenancy ${ALIAS} as ${tenancyOcid}`;
}

/**
 * The statements that grant a catalogue entry: in another tenancy what is in one's own is endorsed, so that its own rules
 * decide on the rest.
 *
 * @param subject who gets it, such as `group finops`
 */
export function grant({ actions, resource }: OciPermission, subject: string): string[] {
  const effect = resource === "tenancy" ? "allow" : "endorse";
  return actions.map((action) => `${effect} ${subject} to ${action} in ${resource}`);
}
