import { type Permission, PLATFORM_IDENTITY, PLATFORM_PRINCIPAL } from "../core/permission";

/** Scope of a permission of the AWS catalogue. */
export type AwsPermissionResource =
  | "export bucket"
  | "export bucket, listing below the prefix"
  | "all objects of the export bucket"
  | "objects below the prefix"
  | "organization as a whole"
  | "accounts, units and roots of the organization"
  | "the platform's own identity"
  | "KMS key, through S3 and for the export"
  | "KMS key"
  | "the role";

/** Feature of the platform that needs a permission of the AWS catalogue. */
export type AwsPermissionFeature = "login" | "billing export" | "organization" | "self-check" | "KMS encryption";

/** Entry of the AWS catalogue. */
export interface AwsPermission extends Permission<AwsPermissionResource> {
  readonly feature: AwsPermissionFeature;
}

/** Principal of the service that delivers the Cost & Usage Report. */
export const REPORT_SERVICE = "billingreports.amazonaws.com";

const S3 = "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html";
const ORGANIZATIONS = "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsorganizations.html";
const IAM =
  "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html";
const KMS = "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html";
/** AWS's documentation of the bucket of a report. */
export const REPORT_BUCKET = "https://docs.aws.amazon.com/cur/latest/userguide/cur-s3.html";

/** Permission that the trust policy of a role grants. */
export const ASSUME_ROLE: AwsPermission = {
  id: "AssumeRole",
  feature: "login",
  grantee: PLATFORM_PRINCIPAL,
  actions: ["sts:AssumeRole"],
  resource: "the role",
  why: "To log in as the role, with the external id only. Without the id, another customer of the platform could use it to read this account.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
};

/**
 * All permissions that the AWS integration grants or, for `EncryptReports`, asks the key's owner to grant, with grantee and
 * reason. It grants nothing else.
 */
export const AWS_PERMISSIONS: readonly AwsPermission[] = [
  {
    id: "LocateExport",
    feature: "billing export",
    grantee: PLATFORM_IDENTITY,
    actions: ["s3:GetBucketLocation"],
    resource: "export bucket",
    why: "To find the region in which the bucket is read.",
    source: S3,
  },
  {
    id: "ListExport",
    feature: "billing export",
    grantee: PLATFORM_IDENTITY,
    actions: ["s3:ListBucket"],
    resource: "export bucket, listing below the prefix",
    why: "To see which reports have arrived.",
    source: S3,
  },
  {
    id: "ReadExport",
    feature: "billing export",
    grantee: PLATFORM_IDENTITY,
    actions: ["s3:GetObject"],
    resource: "objects below the prefix",
    why: "To read the reports.",
    source: S3,
  },
  {
    id: "ReadOrganization",
    feature: "organization",
    grantee: PLATFORM_IDENTITY,
    actions: ["organizations:DescribeOrganization", "organizations:ListAccounts", "organizations:ListRoots"],
    resource: "organization as a whole",
    why: "To name the accounts behind the costs. IAM has no resource type for these three actions.",
    source: ORGANIZATIONS,
  },
  {
    id: "ReadOrganizationTree",
    feature: "organization",
    grantee: PLATFORM_IDENTITY,
    actions: [
      "organizations:DescribeAccount",
      "organizations:DescribeOrganizationalUnit",
      "organizations:ListAccountsForParent",
      "organizations:ListChildren",
      "organizations:ListOrganizationalUnitsForParent",
      "organizations:ListParents",
      "organizations:ListTagsForResource",
    ],
    resource: "accounts, units and roots of the organization",
    why: "To place each account in its organizational unit, with its tags.",
    source: ORGANIZATIONS,
  },
  {
    id: "SimulateSelf",
    feature: "self-check",
    grantee: PLATFORM_IDENTITY,
    actions: ["iam:SimulatePrincipalPolicy"],
    resource: "the platform's own identity",
    why: "To check its own permissions. Unscoped, the action would disclose the permissions of every other principal.",
    source: IAM,
  },
  {
    id: "DecryptExport",
    feature: "KMS encryption",
    grantee: PLATFORM_IDENTITY,
    actions: ["kms:Decrypt"],
    resource: "KMS key, through S3 and for the export",
    why: "To read reports that are encrypted with a customer managed key.",
    source: KMS,
  },
  {
    id: "CheckBucket",
    feature: "billing export",
    grantee: REPORT_SERVICE,
    actions: ["s3:GetBucketAcl", "s3:GetBucketPolicy"],
    resource: "export bucket",
    why: "The service checks the bucket's owner and policy before it accepts a report definition.",
    source: REPORT_BUCKET,
  },
  {
    id: "DeliverReports",
    feature: "billing export",
    grantee: REPORT_SERVICE,
    actions: ["s3:PutObject"],
    resource: "all objects of the export bucket",
    why: "The service writes the reports. It tests the bucket with an object of its own choice.",
    source: REPORT_BUCKET,
  },
  {
    id: "EncryptReports",
    feature: "KMS encryption",
    grantee: REPORT_SERVICE,
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
    resource: "KMS key",
    why: "S3 encrypts the reports with the key when the service writes them. The key's owner grants it, in a manual step.",
    source: KMS,
  },
  ASSUME_ROLE,
];
