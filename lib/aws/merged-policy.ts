import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { DataAwsS3BucketPolicy } from "@cdktf/provider-aws/lib/data-aws-s3-bucket-policy";
import { REPORT_SERVICE } from "./permissions";
import { billingRegionArgument } from "./provider";
import { type AwsPolicyStatement, policyDocument } from "./statement";
import { type AwsStorageBase } from "./storage-base";

// In the conditions, each statement of the policy that is there.
const STATEMENTS = "flatten([jsondecode(self.policy).Statement])";

/**
 * The policy that a bucket has, with ours in it: statements override those of the same Sid, so the next plan finds nothing
 * to do. The plan stops where that would change what the statements of others say.
 *
 * @param subject how messages name the bucket
 * @param ours statements with a Sid each
 * @returns the document, as JSON
 */
export function mergePolicy(bucket: AwsStorageBase, subject: string, ours: readonly AwsPolicyStatement[]): string {
  const { provider, bucketName } = bucket;
  const sids = ours.map(({ Sid }) => Sid);
  const isOurs = `s.Effect == "Allow" && jsonencode(s.Principal) == jsonencode({ Service = "${REPORT_SERVICE}" })`;
  const hasOurSid = `contains(${JSON.stringify(sids)}, try(s.Sid, ""))`;
  const values = `flatten([for s in ${STATEMENTS} : [for keys in try(s.Condition, {}) : [for v in keys : v]]])`;
  const current = new DataAwsS3BucketPolicy(bucket, "current_policy", {
    provider,
    region: billingRegionArgument(bucket, provider),
    bucket: bucketName,
    lifecycle: {
      postcondition: [
        {
          // An older version takes for literal text what this one takes for policy variables.
          condition: '${try(jsondecode(self.policy).Version, "") == "2012-10-17"}',
          errorMessage: `${subject}: the bucket's policy must be of the version 2012-10-17, which it would become.`,
        },
        {
          condition: `\${alltrue([for s in ${STATEMENTS} : try(${isOurs}, false) if ${hasOurSid}])}`,
          errorMessage: `${subject}: the bucket's policy must not have a statement of its own under one of the Sids ${sids.join(", ")}, which would be replaced.`,
        },
        {
          // The provider's merge drops a number without a word, and so the condition that it is in.
          condition: `\${alltrue([for v in ${values} : jsonencode(v) != tostring(v) || contains(["true", "false"], tostring(v))])}`,
          errorMessage: `${subject}: the conditions of the bucket's policy must be strings, numbers within quotes, which a merge would lose otherwise.`,
        },
      ],
    },
  });
  return new DataAwsIamPolicyDocument(bucket, "merged_policy", {
    provider,
    sourcePolicyDocuments: [current.policy],
    overridePolicyDocuments: [policyDocument(ours)],
  }).json;
}
