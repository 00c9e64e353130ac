import { AWS_PERMISSIONS } from "cdktf-finops/aws";

describe.each(AWS_PERMISSIONS.map((permission) => [permission.id, permission] as const))(
  "the permission %s",
  (_, permission) => {
    it("names each action in full", () => {
      expect(permission.actions.filter((action) => !/^[a-z0-9-]+:[A-Z][A-Za-z]+$/.test(action))).toEqual([]);
    });

    it("has a reason and a source", () => {
      expect(permission.why).toMatch(/^[A-Z].{10,}\.$/);
      expect(permission.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
    });
  },
);

describe("the permissions catalogue", () => {
  const platform = AWS_PERMISSIONS.filter(({ grantee }) => grantee === "platform identity");

  it("has unique ids that are valid Sids", () => {
    const ids = AWS_PERMISSIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[A-Za-z0-9]+$/.test(id))).toEqual([]);
  });

  // Listed again, so that nobody adds an action to the catalogue alone.
  it("grants the platform these actions, and no others", () => {
    expect(platform.flatMap((permission) => permission.actions)).toEqual([
      "s3:GetBucketLocation",
      "s3:ListBucket",
      "s3:GetObject",
      "organizations:DescribeOrganization",
      "organizations:ListAccounts",
      "organizations:ListRoots",
      "organizations:DescribeAccount",
      "organizations:DescribeOrganizationalUnit",
      "organizations:ListAccountsForParent",
      "organizations:ListChildren",
      "organizations:ListOrganizationalUnitsForParent",
      "organizations:ListParents",
      "organizations:ListTagsForResource",
      "iam:SimulatePrincipalPolicy",
      "kms:Decrypt",
    ]);
  });

  it("grants the platform only actions that read, by their verb or, for two, by their effect", () => {
    const actions = platform.flatMap((permission) => permission.actions);
    expect(actions.filter((action) => !/:(Get|List|Describe)/.test(action))).toEqual([
      "iam:SimulatePrincipalPolicy",
      "kms:Decrypt",
    ]);
  });

  it("grants the report service only what delivery needs, and the platform principal only the role", () => {
    expect(
      AWS_PERMISSIONS.filter((permission) => !platform.includes(permission)).map(({ grantee, actions }) => [
        grantee,
        actions,
      ]),
    ).toEqual([
      ["billingreports.amazonaws.com", ["s3:GetBucketAcl", "s3:GetBucketPolicy"]],
      ["billingreports.amazonaws.com", ["s3:PutObject"]],
      ["billingreports.amazonaws.com", ["kms:Decrypt", "kms:GenerateDataKey"]],
      ["platform principal", ["sts:AssumeRole"]],
    ]);
  });
});
