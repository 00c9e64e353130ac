import { OCI_TENANCY_CHECK, OCI_TENANCY_RULES, type OciTenancyProps } from "../../lib/oci/provider";
import { realmOfRegion, REALMS } from "../../lib/oci/regions";
import { ocidOf } from "../support/oci";
import { propsProblems } from "../support/rules";

const regions = Object.entries(REALMS).flatMap(([realm, names]) => names.map((region) => [region, realm] as const));

const problems = (props: OciTenancyProps): string[] =>
  propsProblems({ rules: OCI_TENANCY_RULES, crossChecks: [OCI_TENANCY_CHECK] }, props);

describe("the known regions", () => {
  it("are in one realm each", () => {
    const names = regions.map(([region]) => region);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(regions)("include %s, a home region of tenancies of the realm %s only", (homeRegion, realm) => {
    const props = { tenancyOcid: ocidOf("tenancy", "a", realm), homeRegion };
    expect(realmOfRegion(homeRegion)).toBe(realm);
    expect(problems(props)).toEqual([]);
    expect(problems({ ...props, realm })).toEqual([]);
    expect(problems({ ...props, tenancyOcid: ocidOf("tenancy", "a", `${realm}9`) })).toHaveLength(1);
  });

  it.each([
    ["us-ashburn-1", "oc1"],
    ["us-langley-1", "oc2"],
    ["us-gov-phoenix-1", "oc3"],
    ["uk-gov-london-1", "oc4"],
    ["eu-frankfurt-2", "oc19"],
  ])("have %s in the realm %s, as in Oracle's documentation", (region, realm) => {
    expect(realmOfRegion(region)).toBe(realm);
  });

  it.each(["us-ashburn-3", "IAD", "", "toString"])("do not include %p", (region) => {
    expect(realmOfRegion(region)).toBeUndefined();
  });
});
