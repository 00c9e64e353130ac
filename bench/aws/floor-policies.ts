const REPORT_SERVICE = "billingreports.amazonaws.com";

export function bucketPolicyDocument(bucketArn: string, accountId: string, partition: string): string {
  const onlyReportsOfThisAccount = {
    StringEquals: { "aws:SourceAccount": accountId },
    ArnLike: { "aws:SourceArn": `arn:${partition}:cur:us-east-1:${accountId}:definition/*` },
  };
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "CheckBucket",
        Effect: "Allow",
        Principal: { Service: REPORT_SERVICE },
        Action: ["s3:GetBucketAcl", "s3:GetBucketPolicy"],
        Resource: bucketArn,
        Condition: onlyReportsOfThisAccount,
      },
      {
        Sid: "DeliverReports",
        Effect: "Allow",
        Principal: { Service: REPORT_SERVICE },
        Action: ["s3:PutObject"],
        Resource: `${bucketArn}/*`,
        Condition: onlyReportsOfThisAccount,
      },
      {
        Sid: "DenyInsecureTransport",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [bucketArn, `${bucketArn}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ],
  });
}

export function platformPolicyDocument(
  bucketArn: string,
  userArn: string,
  accountId: string,
  partition: string,
): string {
  const organization = `arn:${partition}:organizations::${accountId}`;
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Sid: "LocateExport", Effect: "Allow", Action: ["s3:GetBucketLocation"], Resource: bucketArn },
      {
        Sid: "ListExport",
        Effect: "Allow",
        Action: ["s3:ListBucket"],
        Resource: bucketArn,
        Condition: { StringLike: { "s3:prefix": "cur/*" } },
      },
      { Sid: "ReadExport", Effect: "Allow", Action: ["s3:GetObject"], Resource: `${bucketArn}/cur/*` },
      {
        Sid: "ReadOrganization",
        Effect: "Allow",
        Action: ["organizations:DescribeOrganization", "organizations:ListAccounts", "organizations:ListRoots"],
        Resource: "*",
      },
      {
        Sid: "ReadOrganizationTree",
        Effect: "Allow",
        Action: [
          "organizations:DescribeAccount",
          "organizations:DescribeOrganizationalUnit",
          "organizations:ListAccountsForParent",
          "organizations:ListChildren",
          "organizations:ListOrganizationalUnitsForParent",
          "organizations:ListParents",
          "organizations:ListTagsForResource",
        ],
        Resource: [`${organization}:account/*`, `${organization}:ou/*`, `${organization}:root/*`],
      },
      { Sid: "SimulateSelf", Effect: "Allow", Action: ["iam:SimulatePrincipalPolicy"], Resource: userArn },
    ],
  });
}
