import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { DataAwsS3BucketPolicy } from "@cdktf/provider-aws/lib/data-aws-s3-bucket-policy";
import { REPORT_SERVICE } from "./permissions";
import { billingRegionArgument } from "./provider";
import { type AwsPolicyStatement, policyDocument } from "./statement";
import { type AwsStorageBase } from "./storage-base";

// Statements of the existing policy, for the conditions.
const EXISTING_STATEMENTS = "flatten([jsondecode(self.policy).Statement])";

/**
 * Creates the data sources that merge statements into the existing policy of a bucket. A statement replaces the one with the
 * same Sid, so the next plan finds no changes. The plan stops if the merge would change the effect of other statements.
 *
 * @param subject name of the bucket's construct in errors
 * @param statements each with a Sid
 * @returns the merged document, as JSON
 */
export function createMergedPolicy(
  bucket: AwsStorageBase,
  subject: string,
  statements: readonly AwsPolicyStatement[],
): string {
  const { provider, bucketName } = bucket;
  const sids = statements.map(({ Sid }) => Sid);
  const isOwn = `s.Effect == "Allow" && jsonencode(s.Principal) == jsonencode({ Service = "${REPORT_SERVICE}" })`;
  const hasOwnSid = `contains(${JSON.stringify(sids)}, try(s.Sid, ""))`;
  const values = `flatten([for s in ${EXISTING_STATEMENTS} : [for keys in try(s.Condition, {}) : [for v in keys : v]]])`;
  const current = new DataAwsS3BucketPolicy(bucket, "current_policy", {
    provider,
    region: billingRegionArgument(bucket, provider),
    bucket: bucketName,
    lifecycle: {
      postcondition: [
        {
          // An older version treats policy variables as literal text.
          condition: '${try(jsondecode(self.policy).Version, "") == "2012-10-17"}',
          errorMessage: `${subject}: the bucket's policy must have the version 2012-10-17, which the merge would set.`,
        },
        {
          condition: `\${alltrue([for s in ${EXISTING_STATEMENTS} : try(${isOwn}, false) if ${hasOwnSid}])}`,
          errorMessage: `${subject}: the bucket's policy must not use the Sids ${sids.join(", ")} for other statements, which the merge would replace.`,
        },
        {
          // The provider's merge drops a number without a warning, and with it the condition.
          condition: `\${alltrue([for v in ${values} : jsonencode(v) != tostring(v) || contains(["true", "false"], tostring(v))])}`,
          errorMessage: `${subject}: the conditions of the bucket's policy must have strings as values; write numbers in quotes, because the merge would lose them.`,
        },
      ],
    },
  });
  return new DataAwsIamPolicyDocument(bucket, "merged_policy", {
    provider,
    sourcePolicyDocuments: [current.policy],
    overridePolicyDocuments: [policyDocument(statements)],
  }).json;
}
