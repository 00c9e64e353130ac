import { Token } from "cdktf";
import { type Construct } from "constructs";
import { type Condition, maxLength } from "../core/conditions";
import { warn } from "../core/warning";

/** What an OCID of this library's names. */
export type OcidType = "tenancy" | "user" | "group" | "compartment";

/**
 * OCID of a thing of that type: `ocid1.<type>.<realm>.[region].<unique part>`.
 *
 * Source: https://docs.oracle.com/en-us/iaas/Content/General/Concepts/identifiers.htm
 */
export function ocid(...types: readonly OcidType[]): readonly Condition[] {
  const must = `be the OCID of a ${types.join(" or a ")}`;
  return [
    { must, characters: "a-z0-9._-" },
    { must, pattern: `^ocid1[.](${types.join("|")})[.]oc[0-9]{1,3}[.][a-z0-9-]*[.][a-z0-9]+$` },
    maxLength(255),
  ];
}

/** An OCID as a message gives an example of it. */
export const exampleOcid = (type: OcidType): string => `"ocid1.${type}.oc1..aaaaaaaa…"`;

/** The realm in an OCID, such as `oc1`; `undefined` for what Terraform fills in. */
export function realmOfOcid(value: string): string | undefined {
  return Token.isUnresolved(value) ? undefined : value.split(".")[2];
}

// Oracle says that the format may change, so that another length is a warning only.
const UNIQUE_PART = 60;

/** Warns of properties named `…Ocid` that look as if a part of them was lost on the way. */
export function warnOfLengths(scope: Construct, props: object): void {
  for (const [property, value] of Object.entries(props)) {
    if (!property.endsWith("Ocid") || typeof value !== "string" || Token.isUnresolved(value)) {
      continue;
    }
    const { length } = value.split(".").at(-1) ?? "";
    if (length !== UNIQUE_PART) {
      warn(
        scope,
        `'${property}' ends with ${length} characters where Oracle's OCIDs have ${UNIQUE_PART}: was all of it copied?`,
      );
    }
  }
}
