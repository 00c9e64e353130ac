import { OciAccess, OciBillingExport, type OciBillingExportProps, OciIdentity } from "cdktf-finops/oci";
import { TerraformVariable, Token } from "cdktf";
import { HOME, ocidOf, ociStack, TENANCY } from "../support/oci";
import { type Block, refusal, resolved, Template } from "../support/template";

const OC1 = "ocid1.tenancy.oc1..aaaaaaaaned4fkpkisbwjlr56u7cj63lf3wffbilvqknstgtvzub7vhqkggq";
// The EU's sovereign realm, whose report tenancy Oracle does not publish.
const EU = { tenancyOcid: ocidOf("tenancy", "a", "oc19"), homeRegion: "eu-frankfurt-2" } as const;
const EU_REPORTS = ocidOf("tenancy", "r", "oc19");

const exportOf = (props: Partial<OciBillingExportProps> = {}): OciBillingExport =>
  new OciBillingExport(ociStack(), "finops", { ...HOME, ...props });

describe("a billing export with only its required props", () => {
  const billingExport = exportOf();

  it("points to Oracle's namespace, to the bucket named after the tenancy, and to the home region", () => {
    expect(billingExport.namespace).toBe("bling");
    expect(billingExport.bucketName).toBe(TENANCY);
    expect(billingExport.region).toBe("us-ashburn-1");
    expect(billingExport.tenancyOcid).toBe(TENANCY);
  });

  it("has one prefix for Oracle's own reports, and one for the FOCUS reports", () => {
    expect(billingExport.costReportPrefix).toBe("reports/cost-csv/");
    expect(billingExport.focusReportPrefix).toBe("FOCUS Reports/");
  });

  it("uses the OCID of Oracle's tenancy from the documentation", () => {
    expect(billingExport.usageReportTenancyOcid).toBe(OC1);
    expect(exportOf({ homeRegion: "ap-tokyo-1" }).usageReportTenancyOcid).toBe(OC1);
  });

  it("has no permissions, manual steps or limitations", () => {
    expect([billingExport.permissions, billingExport.manualSteps, billingExport.limitations]).toEqual([[], [], []]);
  });

  it("creates and reads nothing, because Oracle writes the reports", () => {
    const stack = ociStack();
    const { node } = new OciBillingExport(stack, "finops", HOME);
    expect(Template.of(stack).addresses).toEqual([]);
    expect(node.children).toEqual([]);
  });

  it("has no preconditions if all values are literals", () => {
    expect(billingExport.preconditions).toEqual([]);
  });
});

describe("a billing export in another realm", () => {
  it("uses the report tenancy that is passed", () => {
    const billingExport = exportOf({ ...EU, usageReportTenancyOcid: EU_REPORTS });
    expect(billingExport.usageReportTenancyOcid).toBe(EU_REPORTS);
    expect(billingExport.bucketName).toBe(EU.tenancyOcid);
    expect(billingExport.region).toBe("eu-frankfurt-2");
  });

  it("accepts a region that is newer than the library, together with its realm", () => {
    expect(exportOf({ homeRegion: "us-atlantis-1", realm: "oc1" }).usageReportTenancyOcid).toBe(OC1);
    const billingExport = exportOf({
      tenancyOcid: ocidOf("tenancy", "a", "oc77"),
      homeRegion: "eu-atlantis-1",
      realm: "oc77",
      usageReportTenancyOcid: ocidOf("tenancy", "r", "oc77"),
    });
    expect(billingExport.region).toBe("eu-atlantis-1");
  });

  it("warns about an OCID that may be incomplete", () => {
    const { node } = exportOf({ ...EU, usageReportTenancyOcid: "ocid1.tenancy.oc19..aaaa" });
    expect(node.metadata.map(({ type, data }) => [type, data as string])).toEqual([
      [
        "@cdktf/warn",
        "'usageReportTenancyOcid' has 4 characters in its last part, but Oracle's OCIDs have 60: was all of it copied?",
      ],
    ]);
  });
});

describe("a billing export with all options", () => {
  it("accepts the values that are the defaults", () => {
    const { usageReportTenancyOcid } = exportOf({
      tenancyType: "PARENT",
      realm: "oc1",
      usageReportTenancyOcid: OC1,
    });
    expect(usageReportTenancyOcid).toBe(OC1);
  });
});

describe("preconditions for unresolved tokens", () => {
  /** Preconditions of the billing export, which are on the policy that lets the platform read the reports. */
  const conditionsOf = (
    { homeRegion, ...known }: Partial<OciBillingExportProps> & { readonly homeRegion: string },
    tokenProperty: "tenancyOcid" | "usageReportTenancyOcid",
  ): Block[] => {
    const stack = ociStack(homeRegion);
    const value = new TerraformVariable(stack, "value", { type: "string" }).stringValue;
    const props = { tenancyOcid: TENANCY, ...known, homeRegion, [tokenProperty]: value };
    const home = { tenancyOcid: props.tenancyOcid, homeRegion: props.homeRegion };
    const identity = new OciIdentity(stack, "identity", { ...home, userEmail: "finops@acme.example" });
    const billingExport = new OciBillingExport(stack, "export", props);
    new OciAccess(stack, "finops", { ...home, identity, billingExport });
    const { lifecycle } = Template.of(stack).resource("oci_identity_policy") as {
      lifecycle: { precondition: Block[] };
    };
    return lifecycle.precondition.filter(({ error_message }) =>
      (error_message as string).startsWith("OciBillingExport "),
    );
  };

  it("are on the policy, because the billing export has no resource, and check OCID and realm", () => {
    const conditions = conditionsOf(HOME, "tenancyOcid");
    const be = "OciBillingExport at billing/export: 'tenancyOcid' must be";
    expect(conditions.map(({ error_message }) => error_message)).toEqual([
      `${be} the OCID of a tenancy.`,
      `${be} the OCID of a tenancy.`,
      `${be} at most 255 characters long.`,
      `${be} of the realm oc1, like 'homeRegion' us-ashburn-1.`,
    ]);
    expect(conditions.map(({ condition }) => condition)).toEqual([
      '${can(regex("^[a-z0-9._-]*$", var.value))}',
      '${can(regex("^ocid1[.](tenancy)[.]oc[0-9]{1,3}[.][a-z0-9-]*[.][a-z0-9]+$", var.value))}',
      "${(length(var.value) <= 255)}",
      '${can(regex("^ocid1[.]tenancy[.]oc1[.]", var.value))}',
    ]);
  });

  it("check Oracle's tenancy in the same way, before a policy trusts it", () => {
    const conditions = conditionsOf(EU, "usageReportTenancyOcid");
    const be = "OciBillingExport at billing/export: 'usageReportTenancyOcid' must be";
    expect(conditions.map(({ error_message }) => error_message)).toEqual([
      `${be} the OCID of a tenancy.`,
      `${be} the OCID of a tenancy.`,
      `${be} at most 255 characters long.`,
      `${be} of the realm oc19, like 'homeRegion' eu-frankfurt-2.`,
    ]);
    expect(conditions.at(-1)?.condition).toBe('${can(regex("^ocid1[.]tenancy[.]oc19[.]", var.value))}');
  });

  it("leave the token as the name of the bucket", () => {
    const stack = ociStack();
    const tenancyOcid = new TerraformVariable(stack, "tenancy", { type: "string" }).stringValue;
    const { bucketName } = new OciBillingExport(stack, "finops", { ...HOME, tenancyOcid });
    expect(resolved(stack, bucketName)).toBe("${var.tenancy}");
  });
});

describe("validation of the billing export", () => {
  const token = Token.asString({ ref: "x" });

  it.each<[string, object, string]>([
    [
      "a child tenancy, for which Oracle writes no reports",
      { tenancyType: "CHILD" },
      `'tenancyType' must be PARENT, got: "CHILD"; Oracle writes the costs of a child tenancy into the reports of its parent only: deploy to the parent tenancy`,
    ],
    ["an unknown type of tenancy", { tenancyType: "ROOT" }, `'tenancyType' must be one of PARENT, CHILD, got: "ROOT"`],
    [
      "a missing tenancy",
      { tenancyOcid: undefined },
      `'tenancyOcid' is required: it must be the OCID of a tenancy; for example "ocid1.tenancy.oc1..aaaaaaaa…"`,
    ],
    [
      "a missing home region",
      { homeRegion: undefined },
      `'homeRegion' is required: it must be the identifier of a region, such as us-ashburn-1; for example "us-ashburn-1"`,
    ],
    [
      "an unresolved token as home region",
      { homeRegion: token },
      "'homeRegion' must be the identifier of a region, such as us-ashburn-1, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "a region of another cloud",
      { homeRegion: "us-east-1" },
      `'homeRegion' must be an OCI region, got: "us-east-1", which this library does not know; if the region is newer than the library, also set 'realm'`,
    ],
    [
      "a realm other than the region's",
      { realm: "oc19" },
      `'realm' must be "oc1", the realm of us-ashburn-1, got: "oc19"; leave it out`,
    ],
    [
      "a tenancy of a realm other than the region's",
      { homeRegion: "us-gov-ashburn-1", usageReportTenancyOcid: ocidOf("tenancy", "r", "oc3") },
      `'tenancyOcid' must be of the realm oc3, like 'homeRegion' "us-gov-ashburn-1", got: "${TENANCY}", which is of oc1`,
    ],
    [
      "a missing report tenancy in a realm for which Oracle does not publish it",
      EU,
      "'usageReportTenancyOcid' is required in the realm oc19: Oracle publishes this OCID for oc1 only; ask Oracle's support for it",
    ],
    [
      "the report tenancy of oc1 in another realm",
      { ...EU, usageReportTenancyOcid: OC1 },
      `'usageReportTenancyOcid' must be of the realm oc19, like 'homeRegion' "eu-frankfurt-2", got: "${OC1}", which is of oc1`,
    ],
    [
      "another report tenancy in oc1",
      { usageReportTenancyOcid: ocidOf("tenancy", "r") },
      `'usageReportTenancyOcid' must be left out in the realm oc1, where it is known, got: "${ocidOf("tenancy", "r")}"`,
    ],
    [
      "an unresolved token as report tenancy in oc1",
      { usageReportTenancyOcid: token },
      "'usageReportTenancyOcid' must be left out in the realm oc1, where it is known, got: a token",
    ],
    [
      "Oracle's tenancy in place of your own",
      { tenancyOcid: "ocid1.tenancy.oc1..aaaaaaaaned4fkpkisbwjlr56u7cj63lf3wffbilvqknstgtvzub7vhqkggq" },
      "'tenancyOcid' must be the OCID of your own tenancy, got: that of Oracle's tenancy that contains the reports",
    ],
    [
      "your own tenancy in place of Oracle's",
      { ...EU, usageReportTenancyOcid: EU.tenancyOcid },
      "'usageReportTenancyOcid' must be the OCID of Oracle's own tenancy, got: that of 'tenancyOcid'",
    ],
    [
      "your own bucket",
      { bucketName: "acme" },
      `"bucketName" is not a known property; known are tenancyOcid, homeRegion, realm, tenancyType, usageReportTenancyOcid`,
    ],
    [
      "an OCID with a statement behind it",
      { tenancyOcid: `${TENANCY} allow any-user to manage all-resources in tenancy` },
      `'tenancyOcid' must be the OCID of a tenancy, got: "${TENANCY} "… (129 characters); for example "ocid1.tenancy.oc1..aaaaaaaa…"`,
    ],
    [
      "a statement beside a token",
      { ...EU, usageReportTenancyOcid: `${token} in tenancy` },
      `'usageReportTenancyOcid' must be the OCID of a tenancy, got: " in tenancy" beside a token`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = ociStack();
    expect(refusal(() => new OciBillingExport(stack, "finops", { ...HOME, ...props }))).toBe(
      `OciBillingExport at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("reports all problems at once", () => {
    expect(refusal(() => exportOf({ tenancyType: "CHILD", homeRegion: "us-gov-ashburn-1" }))).toBe(
      [
        "OciBillingExport at billing/finops: 3 problems",
        `  - 'tenancyType' must be PARENT, got: "CHILD"; Oracle writes the costs of a child tenancy into the reports of its parent only: deploy to the parent tenancy`,
        `  - 'tenancyOcid' must be of the realm oc3, like 'homeRegion' "us-gov-ashburn-1", got: "${TENANCY}", which is of oc1`,
        "  - 'usageReportTenancyOcid' is required in the realm oc3: Oracle publishes this OCID for oc1 only; ask Oracle's support for it",
      ].join("\n"),
    );
  });
});
