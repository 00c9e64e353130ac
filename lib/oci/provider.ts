import { type TerraformProvider } from "cdktf";
import { type Construct } from "constructs";
import { maxLength, NO_TEMPLATES } from "../core/conditions";
import { literalSecrets } from "../core/literal-secrets";
import { type CrossCheck, crossCheck, type UniqueName } from "../core/props-schema";
import {
  addProviderValidation,
  checkSameProvider,
  literalArgument,
  providerRule,
  type ProviderSpec,
} from "../core/provider";
import { optional, type Rules, string, stringMap, synthTimeString } from "../core/rules";
import { show } from "../core/show";
import { knownToDiffer } from "../core/tokens";
import { type OciProvider } from "./bindings/provider";
import { exampleOcid, ocid, realmOfOcid } from "./ocid";
import { realmOfRegion } from "./regions";

/** Props of every part: the tenancy. */
export interface OciTenancyProps {
  /**
   * OCID of the tenancy whose costs are read: `ocid1.tenancy.<realm>..<60 characters>`. It is also the OCID of its root
   * compartment.
   */
  readonly tenancyOcid: string;

  /**
   * Home region of the tenancy, such as `us-ashburn-1`: the only region in which IAM can be changed, and the region of the
   * reports. The console shows it under Governance & Administration, Tenancy Details.
   *
   * Source: https://docs.oracle.com/en-us/iaas/Content/Identity/Tasks/managingregions.htm
   */
  readonly homeRegion: string;

  /**
   * Realm of the tenancy, such as `oc1`. Required for a home region that is newer than this library.
   *
   * @default - the realm of `homeRegion`
   */
  readonly realm?: string;
}

/** Props of every part that creates or reads resources. */
export interface OciProviderProps {
  /**
   * Provider that creates and reads the resources. Its region must be the tenancy's home region.
   *
   * @default - the stack's OCI provider without an alias
   */
  readonly provider?: OciProvider;
}

/** Props of every part that creates resources. */
export interface OciPartProps extends OciTenancyProps, OciProviderProps {
  /**
   * Free-form tags of the resources that support tags (user, group, policies): at most 10, keys of 1-100 characters without
   * spaces or dots, values of up to 256 characters.
   *
   * Source: https://docs.oracle.com/en-us/iaas/Content/Tagging/Concepts/taggingoverview.htm
   *
   * @default - no free-form tags
   */
  readonly freeformTags?: Record<string, string>;

  /**
   * Defined tags of the same resources, as `<namespace>.<key>`, such as those that the tenancy's tag defaults require: at
   * most 64, values of up to 256 characters.
   *
   * @default - only the tenancy's tag defaults
   */
  readonly definedTags?: Record<string, string>;
}

/** Rules of `OciTenancyProps`. */
export const OCI_TENANCY_RULES: Rules<OciTenancyProps> = {
  tenancyOcid: string(ocid("tenancy"), exampleOcid("tenancy")),
  homeRegion: synthTimeString(
    [
      { must: "be the identifier of a region, such as us-ashburn-1", pattern: "^[a-z]+(-[a-z]+)+-[0-9]+$" },
      maxLength(64),
    ],
    '"us-ashburn-1"',
  ),
  realm: optional(synthTimeString([{ must: "be 'oc' and a number", pattern: "^oc[1-9][0-9]{0,2}$" }], '"oc1"')),
};

/** Rules of `OciProviderProps`. */
export const OCI_PROVIDER_RULES: Rules<OciProviderProps> = {
  provider: providerRule("oci", "an OciProvider"),
};

const TAG_VALUE = [NO_TEMPLATES, maxLength(256, "code points")];
// Visible ASCII characters except the dot: https://docs.oracle.com/en-us/iaas/Content/Tagging/Concepts/taggingoverview.htm
const TAG_KEY = "[!-\\-/-~]{1,100}";

/** Rules of `OciPartProps`. */
export const OCI_PART_RULES: Rules<OciPartProps> = {
  ...OCI_TENANCY_RULES,
  ...OCI_PROVIDER_RULES,
  freeformTags: optional(
    stringMap(
      10,
      [{ must: "be 1-100 printable ASCII characters, no space and no dot", pattern: `^${TAG_KEY}$` }, NO_TEMPLATES],
      TAG_VALUE,
      '{ team: "finops" }',
    ),
  ),
  definedTags: optional(
    stringMap(
      64,
      [
        {
          must: "be a namespace and a key with a dot between them, each 1-100 printable ASCII characters without a space",
          pattern: `^${TAG_KEY}[.]${TAG_KEY}$`,
        },
        NO_TEMPLATES,
      ],
      TAG_VALUE,
      '{ "Operations.CostCenter": "42" }',
    ),
  ),
};

type RealmProps = Pick<OciTenancyProps, "homeRegion" | "realm">;

/** Realm of the tenancy; `undefined` only if `checkTenancy` finds a problem. */
export function realmOf({ homeRegion, realm }: RealmProps): string | undefined {
  return realmOfRegion(homeRegion) ?? realm;
}

/** Checks home region, realm and tenancy together. */
export const OCI_TENANCY_CHECK: CrossCheck<OciTenancyProps> = crossCheck(
  ["tenancyOcid", "homeRegion", "realm"],
  checkTenancy,
);

function checkTenancy(props: OciTenancyProps): string[] {
  const { tenancyOcid, homeRegion, realm } = props;
  const known = realmOfRegion(homeRegion);
  const expected = realmOf(props);
  if (expected === undefined) {
    return [
      `'homeRegion' must be an OCI region, got: ${show(homeRegion)}, which this library does not know; ` +
        "if the region is newer than the library, also set 'realm'",
    ];
  }
  if (known !== undefined && realm !== undefined && realm !== known) {
    return [`'realm' must be ${show(known)}, the realm of ${homeRegion}, got: ${show(realm)}; leave it out`];
  }
  return checkSameRealm("tenancyOcid", tenancyOcid, props);
}

/** Checks that the OCID of a property is of the tenancy's realm. */
export function sameRealmCheck<Name extends string>(
  property: Name,
): CrossCheck<OciTenancyProps & Readonly<Partial<Record<Name, string>>>> {
  return {
    reads: [property, "homeRegion", "realm"],
    problems: (props) => checkSameRealm(property, props[property], props),
  };
}

/** Checks that an OCID is of the tenancy's realm, because resources of another realm cannot be referenced. */
export function checkSameRealm(property: string, value: string | undefined, props: RealmProps): string[] {
  const [expected, got] = [realmOf(props), value === undefined ? undefined : realmOfOcid(value)];
  return value === undefined || value === "" || got === undefined || expected === undefined || got === expected
    ? []
    : [
        `'${property}' must be of the realm ${expected}, like 'homeRegion' ${show(props.homeRegion)}, ` +
          `got: ${show(value)}, which is of ${got}`,
      ];
}

/**
 * Checks that a part passed as a property has the tenancy, home region and provider of the construct: with others it may be
 * out of reach.
 */
export function checkSameTenancy(
  property: string,
  part: Pick<OciTenancyProps, "tenancyOcid"> & { readonly provider?: TerraformProvider; readonly region?: string },
  props: Pick<OciPartProps, "tenancyOcid" | "homeRegion" | "provider">,
): string[] {
  return [
    ...(knownToDiffer(part.tenancyOcid, props.tenancyOcid)
      ? [`'${property}' must be for the tenancy of the construct, got: one for ${show(part.tenancyOcid)}`]
      : []),
    ...(knownToDiffer(part.region, props.homeRegion)
      ? [`'${property}' must be for the home region of the construct, got: one for ${show(part.region)}`]
      : []),
    ...checkSameProvider(property, props, part),
  ];
}

/** Claim of a name that is unique in a tenancy or an identity domain, whatever the letter case. */
export function uniqueInTenancy(among: string, property: string, kind: string, name: string): UniqueName {
  return { property, kind, name, within: "program", among, ignoreCase: true };
}

/** Validates the provider of a part at synthesis. */
export function addOciProviderValidation(
  scope: Construct,
  { provider, ...tenancy }: OciTenancyProps & { readonly provider?: TerraformProvider },
): void {
  const spec: ProviderSpec = {
    type: "oci",
    label: "OCI",
    property: "provider",
    check: (one) => checkProvider(one, tenancy),
  };
  addProviderValidation(scope, spec, provider);
}

// https://registry.terraform.io/providers/oracle/oci/latest/docs#authentication; the provider ignores letter case.
const AUTH_METHODS = [
  "ApiKey",
  "InstancePrincipal",
  "InstancePrincipalWithCerts",
  "SecurityToken",
  "ResourcePrincipal",
  "OKEWorkloadIdentity",
  "WorkloadIdentityFederation",
];

const SECRET_ARGUMENTS = ["private_key", "private_key_password", "token_exchange_client_secret"];

function checkProvider(provider: TerraformProvider, { tenancyOcid, homeRegion }: OciTenancyProps): string[] {
  const [region, tenancy, auth] = ["region", "tenancy_ocid", "auth"].map((name) => literalArgument(provider, name));
  const secrets = literalSecrets(provider, SECRET_ARGUMENTS);
  return [
    ...(region !== undefined && region.toLowerCase() !== homeRegion
      ? [
          "the OCI provider must work in the tenancy's home region, the only one in which IAM can be changed, " +
            `got: region ${show(region)} and 'homeRegion' ${show(homeRegion)}; ` +
            "pass a provider of the home region as 'provider'",
        ]
      : []),
    ...(knownToDiffer(tenancy, tenancyOcid)
      ? [`the OCI provider must be logged in to the tenancy ${show(tenancyOcid)}, got: tenancy_ocid ${show(tenancy)}`]
      : []),
    ...(auth !== undefined && !AUTH_METHODS.some((one) => one.toLowerCase() === auth.toLowerCase())
      ? [`the OCI provider's 'auth' must be one of ${AUTH_METHODS.join(", ")}, got: ${show(auth)}`]
      : []),
    ...secrets.map(
      (name) =>
        `the OCI provider's '${name}' must not be in the program, whose JSON anyone may read; use a profile of ` +
        "~/.oci/config, the environment (OCI_…), or 'private_key_path'",
    ),
  ];
}
