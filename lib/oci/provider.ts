import { type TerraformProvider } from "cdktf";
import { type Construct } from "constructs";
import { maxLength, NO_TEMPLATES } from "../core/conditions";
import { literalSecrets } from "../core/literal-secrets";
import { type UniqueName } from "../core/props-schema";
import {
  addProviderValidation,
  checkSameProvider,
  isProvider,
  literalArgument,
  type ProviderSpec,
} from "../core/provider";
import { object, optional, type Rules, string, stringMap, synthTimeString } from "../core/rules";
import { show } from "../core/show";
import { knownToDiffer } from "../core/tokens";
import { type OciProvider } from "./bindings/provider";
import { exampleOcid, ocid, realmOfOcid } from "./ocid";
import { realmOfRegion } from "./regions";

/** The tenancy that every part is about. */
export interface OciTenancyProps {
  /**
   * OCID of the tenancy whose costs are read: `ocid1.tenancy.<realm>..<60 characters>`. It is also the OCID of its root
   * compartment.
   */
  readonly tenancyOcid: string;

  /**
   * The tenancy's home region, such as `us-ashburn-1`: IAM can be written there only, and the reports are there. Console:
   * Governance & Administration, Tenancy Details.
   *
   * Source: https://docs.oracle.com/en-us/iaas/Content/Identity/Tasks/managingregions.htm
   */
  readonly homeRegion: string;

  /**
   * The tenancy's realm, such as `oc1`: for a home region that is newer than this library.
   *
   * @default - the realm of `homeRegion`
   */
  readonly realm?: string;
}

/** What every part takes that creates or reads something. */
export interface OciProviderProps {
  /**
   * The provider that creates and reads the resources. It has to work in the tenancy's home region.
   *
   * @default - the stack's OCI provider without an alias
   */
  readonly provider?: OciProvider;
}

/** What every part takes that creates something. */
export interface OciPartProps extends OciTenancyProps, OciProviderProps {
  /**
   * Free-form tags of whatever takes tags (user, group, policies): at most 10, keys of 1-100 characters without spaces or
   * dots, values of up to 256 characters.
   *
   * Source: https://docs.oracle.com/en-us/iaas/Content/Tagging/Concepts/taggingoverview.htm
   *
   * @default - no free-form tags
   */
  readonly freeformTags?: Record<string, string>;

  /**
   * Defined tags of the same, `<namespace>.<key>`: those that the tenancy's tag defaults ask for, for instance. At most
   * 64, values of up to 256 characters.
   *
   * @default - no defined tags but the tenancy's defaults
   */
  readonly definedTags?: Record<string, string>;
}

/** One rule for each of `OciTenancyProps`. */
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

/** One rule for each of `OciProviderProps`. */
export const OCI_PROVIDER_RULES: Rules<OciProviderProps> = {
  provider: optional(object("be an OciProvider", (value) => isProvider("oci", value))),
};

const TAG_VALUE = [NO_TEMPLATES, maxLength(256)];
// All that can be seen of ASCII but the dot: https://docs.oracle.com/en-us/iaas/Content/Tagging/Concepts/taggingoverview.htm
const TAG_KEY = "[!-\\-/-~]{1,100}";

/** One rule for each of `OciPartProps`. */
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

/** The realm that the props are about; known once `checkTenancy` has nothing to say. */
export function realmOf({ homeRegion = "", realm }: Partial<OciTenancyProps>): string | undefined {
  return realmOfRegion(homeRegion) ?? realm;
}

/** What is wrong with region, realm and tenancy together. */
export function checkTenancy(props: Partial<OciTenancyProps>): string[] {
  const { tenancyOcid = "", homeRegion = "", realm } = props;
  const known = realmOfRegion(homeRegion);
  const expected = realmOf(props);
  if (expected === undefined) {
    return [
      `'homeRegion' must be a region of Oracle's, got: ${show(homeRegion)}, which is none that this library knows; ` +
        "if the region is newer than the library, also set 'realm'",
    ];
  }
  if (known !== undefined && realm !== undefined && realm !== known) {
    return [`'realm' must be ${show(known)}, as ${homeRegion} is of that realm, got: ${show(realm)}; leave it out`];
  }
  return checkSameRealm("tenancyOcid", tenancyOcid, props);
}

/** What is wrong with an OCID that has to be of the tenancy's realm: nothing of another can be named in this one. */
export function checkSameRealm(property: string, value: string | undefined, props: Partial<OciTenancyProps>): string[] {
  const [expected, got] = [realmOf(props), value === undefined ? undefined : realmOfOcid(value)];
  return value === undefined || value === "" || got === undefined || expected === undefined || got === expected
    ? []
    : [
        `'${property}' must be of the realm ${expected}, as 'homeRegion' ${show(props.homeRegion)} is, ` +
          `got: ${show(value)}, which is of ${got}`,
      ];
}

/**
 * What is wrong with a part that is passed in: made for another tenancy or home region, or by another provider, it cannot be
 * reached.
 */
export function checkSameTenancy(
  property: string,
  part: (OciProviderProps & Pick<OciTenancyProps, "tenancyOcid"> & { readonly region?: string }) | undefined,
  props: Partial<OciPartProps>,
): string[] {
  if (part === undefined) {
    return [];
  }
  return [
    ...(knownToDiffer(part.tenancyOcid, props.tenancyOcid)
      ? [`'${property}' must be made for the tenancy of the construct, got: one for ${show(part.tenancyOcid)}`]
      : []),
    ...(knownToDiffer(part.region, props.homeRegion)
      ? [`'${property}' must be made for the home region of the construct, got: one for ${show(part.region)}`]
      : []),
    ...checkSameProvider(property, part, props),
  ];
}

/** Claims a name that is unique in a tenancy or an identity domain, whatever the letter case. */
export function uniqueInTenancy(among: string, property: string, kind: string, name: string): UniqueName {
  return { property, kind, name, within: "program", among, ignoreCase: true };
}

/** Has the provider that a part uses checked when the program is complete. */
export function addOciProviderValidation(
  scope: Construct,
  { provider, ...tenancy }: OciProviderProps & OciTenancyProps,
): void {
  addProviderValidation(scope, kindFor(tenancy), provider);
}

const KINDS = new Map<string, ProviderSpec>();

/** The kind of provider that works for a tenancy: one for all of its parts, so that each problem is told of once. */
function kindFor(tenancy: OciTenancyProps): ProviderSpec {
  const key = `${tenancy.homeRegion} ${tenancy.tenancyOcid}`;
  const kind = KINDS.get(key) ?? {
    type: "oci",
    label: "OCI",
    property: "provider",
    check: (provider: TerraformProvider) => providerProblems(provider, tenancy),
  };
  KINDS.set(key, kind);
  return kind;
}

// https://registry.terraform.io/providers/oracle/oci/latest/docs#authentication; the provider ignores letter case.
const AUTH = [
  "ApiKey",
  "InstancePrincipal",
  "InstancePrincipalWithCerts",
  "SecurityToken",
  "ResourcePrincipal",
  "OKEWorkloadIdentity",
  "WorkloadIdentityFederation",
];

const SECRETS = ["private_key", "private_key_password", "token_exchange_client_secret"];

function providerProblems(provider: TerraformProvider, { tenancyOcid, homeRegion }: OciTenancyProps): string[] {
  const [region, tenancy, auth] = ["region", "tenancy_ocid", "auth"].map((name) => literalArgument(provider, name));
  const secrets = literalSecrets(provider, SECRETS);
  return [
    ...(region !== undefined && region.toLowerCase() !== homeRegion
      ? [
          "the OCI provider must work in the tenancy's home region, where alone IAM can be written, " +
            `got: region ${show(region)} and 'homeRegion' ${show(homeRegion)}; pass a provider of that region as 'provider'`,
        ]
      : []),
    ...(knownToDiffer(tenancy, tenancyOcid)
      ? [`the OCI provider must be logged in to the tenancy ${show(tenancyOcid)}, got: tenancy_ocid ${show(tenancy)}`]
      : []),
    ...(auth !== undefined && !AUTH.some((one) => one.toLowerCase() === auth.toLowerCase())
      ? [`the OCI provider's 'auth' must be one of ${AUTH.join(", ")}, got: ${show(auth)}`]
      : []),
    ...secrets.map(
      (name) =>
        `the OCI provider's '${name}' must not be in the program, whose JSON anyone may read; use a profile of ` +
        "~/.oci/config, the environment (OCI_…), or 'private_key_path'",
    ),
  ];
}
