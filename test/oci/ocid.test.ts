import { TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { checkRules } from "../support/rules";
import { string } from "../../lib/core/rules";
import { ocid, realmOfOcid, warnAboutLengths } from "../../lib/oci/ocid";
import { ocidOf, ociStack, USER } from "../support/oci";

const check = (value: unknown): string[] =>
  checkRules<{ readonly user: string }>({ user: string(ocid("user")) }, { user: value });

describe("an OCID", () => {
  it.each<[string, string]>([
    ["in any realm", ocidOf("user", "a", "oc42")],
    ["with a region", "ocid1.user.oc1.eu-frankfurt-1.abc"],
    ["with the key of a region", "ocid1.user.oc1.iad.abc"],
    ["with another length, because Oracle may change it", "ocid1.user.oc1..a"],
    ["with 255 characters", `ocid1.user.oc1..${"a".repeat(255 - 16)}`],
  ])("is valid %s", (_, value) => {
    expect(check(value)).toEqual([]);
  });

  it.each<[string, string]>([
    ["a missing part", "ocid1.user.oc1.abc"],
    ["an additional part", "ocid1.user.oc1..x.abc"],
    ["an empty last part", "ocid1.user.oc1.."],
    ["another version", "ocid2.user.oc1..abc"],
    ["no realm", "ocid1.user...abc"],
    ["an invalid realm", "ocid1.user.region1..abc"],
    ["colons between its parts", "ocid1:user:oc1::abc"],
    ["a space before it", ` ${USER}`],
    ["a line break behind it", `${USER}\n`],
    ["a statement behind it", `${USER} to manage all-resources in tenancy`],
  ])("is refused with %s", (_, value) => {
    expect(check(value)).toEqual([expect.stringMatching(/^'user' must be the OCID of a user, got: /)]);
  });

  it("is refused if it is too long", () => {
    expect(check(`ocid1.user.oc1..${"a".repeat(255 - 15)}`)).toEqual([
      expect.stringMatching(/^'user' must be at most 255 characters long, got: /),
    ]);
  });

  it("can have one of several types, all of which the error names", () => {
    const rules = { place: string(ocid("compartment", "tenancy")) };
    expect(checkRules(rules, { place: ocidOf("tenancy") })).toEqual([]);
    expect(checkRules(rules, { place: ocidOf("compartment") })).toEqual([]);
    expect(checkRules(rules, { place: USER })).toEqual([
      `'place' must be the OCID of a compartment or a tenancy, got: "${USER}"`,
    ]);
  });

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
