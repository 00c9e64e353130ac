import { TerraformDataSource, type TerraformProvider, TerraformResource } from "cdktf";
import { type IPassablePart, PART_MEMBERS, passablePartRule } from "../core/passable-part";
import { type Preconditions } from "../core/preconditions";
import { fieldValuesRule } from "../core/platform";
import { providerRule } from "../core/provider";
import { object, string } from "../core/rules";
import { POLICY_SUBJECT } from "./conditions";
import { ocid } from "./ocid";

/** Key of a row of the platform's form that depends on the identity. */
export type OciIdentityFieldKey = "private_key_pem";

/** Rows of the platform's form that an identity fills in. */
export type OciIdentityFieldValues = Readonly<Partial<Record<OciIdentityFieldKey, string>>>;

/**
 * Identity that the platform logs in as: a user with an API key, in a group that the policies name. New in the Default
 * identity domain (`OciIdentity`) or another (`OciDomainIdentity`), or existing (`OciIdentity.fromUser`,
 * `OciIdentity.fromGroup`, `OciIdentity.fromMember`).
 */
export interface IOciIdentity extends IPassablePart<"IOciIdentity"> {
  /** OCID of the user. */
  readonly userOcid: string;
  /** Fingerprint of the user's API key, as Oracle computes it. */
  readonly fingerprint: string;
  /** Rows of the platform's form that it fills in. */
  readonly fieldValues: OciIdentityFieldValues;
  /** The group, new or existing. A policy is replaced together with a new group. */
  readonly group: TerraformResource | TerraformDataSource;
  /** Name of the group. */
  readonly groupName: string;
  /**
   * Subject of a policy statement: `group <name>`, `group '<domain>'/'<name>'` or `group id <OCID>`. A reference: resources
   * that use it wait for the group.
   *
   * Source: https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/subject.htm
   */
  readonly policySubject: string;
  /** OCID of the tenancy. */
  readonly tenancyOcid: string;
  /**
   * The OCI provider that creates or reads it. Not typed as `OciProvider`: the bindings of another copy of the library are
   * other classes.
   *
   * @default - the stack's OCI provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Cost reports that Oracle writes for a tenancy (`OciBillingExport`). */
export interface IOciBillingExport extends IPassablePart<"IOciBillingExport"> {
  /** Oracle's Object Storage namespace with the reports. */
  readonly namespace: string;
  /** Name of the bucket in that namespace: the OCID of the tenancy. */
  readonly bucketName: string;
  /** Region of the bucket: the tenancy's home region. */
  readonly region: string;
  /** OCID of the tenancy whose costs are read. */
  readonly tenancyOcid: string;
  /** OCID of Oracle's tenancy that contains the bucket. */
  readonly usageReportTenancyOcid: string;
  /** Preconditions that the access sets on its own resource, because the export has none; `[]` if there are none. */
  readonly preconditions: Preconditions;
}

/** Rule for an identity. */
export const OCI_IDENTITY_RULE = passablePartRule<IOciIdentity>(
  "IOciIdentity",
  {
    ...PART_MEMBERS,
    userOcid: string(ocid("user")),
    fingerprint: "string",
    fieldValues: fieldValuesRule("oci", "private_key_pem"),
    group: object(
      "be a resource or a data source",
      (value) => TerraformResource.isTerraformResource(value) || TerraformDataSource.isTerraformDataSource(value),
    ),
    groupName: "string",
    policySubject: string(POLICY_SUBJECT),
    tenancyOcid: string(ocid("tenancy")),
    provider: providerRule("oci", "an OciProvider"),
  },
  "new OciIdentity(…), new OciDomainIdentity(…), OciIdentity.fromUser(…), .fromGroup(…) or .fromMember(…)",
);

/** Rule for a billing export. */
export const OCI_BILLING_EXPORT_RULE = passablePartRule<IOciBillingExport>(
  "IOciBillingExport",
  {
    ...PART_MEMBERS,
    namespace: "string",
    bucketName: "string",
    region: "string",
    tenancyOcid: string(ocid("tenancy")),
    usageReportTenancyOcid: string(ocid("tenancy")),
    preconditions: "list",
  },
  "new OciBillingExport(…)",
);
