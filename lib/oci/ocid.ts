import { Token } from "cdktf";
import { type Construct } from "constructs";
import { type Condition, maxLength } from "../core/conditions";
import { warn } from "../core/warning";

/** Type of an OCID that a property can hold. */
export type OcidType = "tenancy" | "user" | "group" | "compartment";

/**
 * Conditions for an OCID of these types: `ocid1.<type>.<realm>.[region].<unique part>`.
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

/** Example of an OCID, for errors. */
export const exampleOcid = (type: OcidType): string => `"ocid1.${type}.oc1..aaaaaaaa…"`;

/** Realm of an OCID, such as `oc1`; `undefined` for an unresolved token. */
export function realmOfOcid(value: string): string | undefined {
  return Token.isUnresolved(value) ? undefined : value.split(".")[2];
}

// Only a warning, because Oracle says that the format may change.
const UNIQUE_PART_LENGTH = 60;

/** Warns about properties named `…Ocid` whose last part does not have the usual length, because it may be incomplete. */
export function warnAboutLengths(scope: Construct, props: object): void {
  for (const [property, value] of Object.entries(props)) {
    if (!property.endsWith("Ocid") || typeof value !== "string" || Token.isUnresolved(value)) {
      continue;
    }
    const { length } = value.split(".").at(-1) ?? "";
    if (length !== UNIQUE_PART_LENGTH) {
      warn(
        scope,
        `'${property}' has ${length} characters in its last part, but Oracle's OCIDs have ${UNIQUE_PART_LENGTH}: ` +
          "was all of it copied?",
      );
    }
  }
}
