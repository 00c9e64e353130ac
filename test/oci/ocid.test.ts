import { TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { realmOfOcid, warnAboutLengths } from "../../lib/oci/ocid";
import { ocidOf, ociStack } from "../support/oci";

describe("an OCID", () => {
  it("has a known realm, unless it is an unresolved token", () => {
    expect(realmOfOcid(ocidOf("user", "a", "oc19"))).toBe("oc19");
    expect(realmOfOcid(new TerraformVariable(ociStack(), "user", {}).stringValue)).toBeUndefined();
  });
});

describe("the warning about an OCID that may be incomplete", () => {
  it("applies only to literal OCIDs", () => {
    const stack = ociStack();
    const scope = new Construct(stack, "finops");
    const token = new TerraformVariable(stack, "user", {}).stringValue;
    warnAboutLengths(scope, {
      tenancyOcid: ocidOf("tenancy").slice(0, -1),
      userOcid: token,
      groupOcid: ocidOf("group"),
      other: "ocid1.user.oc1..abc",
    });
    expect(scope.node.metadata.map(({ data }) => data as string)).toEqual([
      "'tenancyOcid' has 59 characters in its last part, but Oracle's OCIDs have 60: was all of it copied?",
    ]);
  });
});
