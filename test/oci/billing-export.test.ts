import { OciAccess, OciBillingExport, type OciBillingExportProps, OciIdentity } from "cdktf-finops/oci";
import { TerraformVariable, Token } from "cdktf";
import { COMPARTMENT, HOME, ocidOf, ociStack, TENANCY } from "../support/oci";
import { type Block, refusal, resolved, Template } from "../support/template";

const OC1 = "ocid1.tenancy.oc1..aaaaaaaaned4fkpkisbwjlr56u7cj63lf3wffbilvqknstgtvzub7vhqkggq";
// The EU's sovereign realm, whose tenancy with the reports Oracle does not publish.
const EU = { tenancyOcid: ocidOf("tenancy", "a", "oc19"), homeRegion: "eu-frankfurt-2" } as const;
const EU_REPORTS = ocidOf("tenancy", "r", "oc19");

const exportOf = (props: Partial<OciBillingExportProps> = {}): OciBillingExport =>
  new OciBillingExport(ociStack(), "finops", { ...HOME, ...props });

describe("the reports of a tenancy", () => {
  const billingExport = exportOf();

  it("are in Oracle's namespace, in a bucket named after the tenancy, in the home region", () => {
    expect(billingExport.namespace).toBe("bling");
    expect(billingExport.bucketName).toBe(TENANCY);
    expect(billingExport.region).toBe("us-ashburn-1");
    expect(billingExport.tenancyOcid).toBe(TENANCY);
  });

  it("are below one prefix in Oracle's own format, and below another by the FOCUS specification", () => {
    expect(billingExport.costReportPrefix).toBe("reports/cost-csv/");
    expect(billingExport.focusReportPrefix).toBe("FOCUS Reports/");
  });

  it("are in a tenancy of Oracle's, of which its documentation gives the OCID", () => {
    expect(billingExport.usageReportTenancyOcid).toBe(OC1);
    expect(exportOf({ homeRegion: "ap-tokyo-1" }).usageReportTenancyOcid).toBe(OC1);
  });

  it("grant nothing, leave nothing to be done and lack nothing", () => {
    expect([billingExport.permissions, billingExport.manualSteps, billingExport.limitations]).toEqual([[], [], []]);
  });

  it("are Oracle's to write: nothing is created or read", () => {
    const stack = ociStack();
    const { node } = new OciBillingExport(stack, "finops", HOME);
    expect(Template.of(stack).addresses).toEqual([]);
    expect(node.children).toEqual([]);
  });

  it("leave Terraform nothing to check where all is known", () => {
    expect(billingExport.conditions).toEqual([]);
  });
});

describe("the reports of a tenancy in another realm", () => {
  it("are in the tenancy that Oracle's support tells", () => {
    const billingExport = exportOf({ ...EU, usageReportTenancyOcid: EU_REPORTS });
    expect(billingExport.usageReportTenancyOcid).toBe(EU_REPORTS);
    expect(billingExport.bucketName).toBe(EU.tenancyOcid);
    expect(billingExport.region).toBe("eu-frankfurt-2");
  });

  it("may be in a region that is newer than the library, whose realm is told", () => {
    expect(exportOf({ homeRegion: "us-atlantis-1", realm: "oc1" }).usageReportTenancyOcid).toBe(OC1);
    const billingExport = exportOf({
      tenancyOcid: ocidOf("tenancy", "a", "oc77"),
      homeRegion: "eu-atlantis-1",
      realm: "oc77",
      usageReportTenancyOcid: ocidOf("tenancy", "r", "oc77"),
    });
    expect(billingExport.region).toBe("eu-atlantis-1");
  });

  it("are in an OCID that is warned of when a part of it seems lost", () => {
    const { node } = exportOf({ ...EU, usageReportTenancyOcid: "ocid1.tenancy.oc19..aaaa" });
    expect(node.metadata.map(({ type, data }) => [type, data as string])).toEqual([
      [
        "@cdktf/warn",
        "'usageReportTenancyOcid' has 4 characters in its last part, but Oracle's OCIDs have 60: was all of it copied?",
      ],
    ]);
  });
});

describe("the reports, as told in full", () => {
  it("are the same: the parent's, in the tenancy that is known", () => {
    const { usageReportTenancyOcid } = exportOf({
      tenancyType: "PARENT",
      realm: "oc1",
      usageReportTenancyOcid: OC1,
    });
    expect(usageReportTenancyOcid).toBe(OC1);
  });
});

describe("the reports of a tenancy that Terraform fills in", () => {
  /** The conditions of the policy that lets the platform read the reports, those of the reports. */
  const conditionsOf = (
    { homeRegion, ...known }: Partial<OciBillingExportProps> & { readonly homeRegion: string },
    filledIn: "tenancyOcid" | "usageReportTenancyOcid",
  ): Block[] => {
    const stack = ociStack(homeRegion);
    const value = new TerraformVariable(stack, "value", { type: "string" }).stringValue;
    const props = { tenancyOcid: TENANCY, ...known, homeRegion, [filledIn]: value };
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

  it("are checked by the policy, because they have no resource of their own: the OCID, and its realm", () => {
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

  it("are in a tenancy of Oracle's that is checked in the same way, before anything trusts it", () => {
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

  it("are in a bucket of that name", () => {
    const stack = ociStack();
    const tenancyOcid = new TerraformVariable(stack, "tenancy", { type: "string" }).stringValue;
    const { bucketName } = new OciBillingExport(stack, "finops", { ...HOME, tenancyOcid });
    expect(resolved(stack, bucketName)).toBe("${var.tenancy}");
  });
});

describe("what the billing export refuses", () => {
  const token = Token.asString({ ref: "x" });

  it.each<[string, object, string]>([
    [
      "a child tenancy, for which nothing is written",
      { tenancyType: "CHILD" },
      `'tenancyType' must be PARENT, got: "CHILD"; Oracle writes the costs of a child tenancy into the reports of its parent only: deploy to the parent tenancy`,
    ],
    ["another type of tenancy", { tenancyType: "ROOT" }, `'tenancyType' must be one of PARENT, CHILD, got: "ROOT"`],
    [
      "no tenancy",
      { tenancyOcid: undefined },
      `'tenancyOcid' is required: it must be the OCID of a tenancy; for example "ocid1.tenancy.oc1..aaaaaaaa…"`,
    ],
    [
      "the OCID of something else",
      { tenancyOcid: COMPARTMENT },
      `'tenancyOcid' must be the OCID of a tenancy, got: "${COMPARTMENT.slice(0, 80)}"… (83 characters); for example "ocid1.tenancy.oc1..aaaaaaaa…"`,
    ],
    [
      "no home region",
      { homeRegion: undefined },
      `'homeRegion' is required: it must be the identifier of a region, such as us-ashburn-1; for example "us-ashburn-1"`,
    ],
    [
      "a region's key",
      { homeRegion: "IAD" },
      `'homeRegion' must be the identifier of a region, such as us-ashburn-1, got: "IAD"; for example "us-ashburn-1"`,
    ],
    [
      "a home region that Terraform fills in",
      { homeRegion: token },
      "'homeRegion' must be the identifier of a region, such as us-ashburn-1, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "a region of another cloud",
      { homeRegion: "us-east-1" },
      `'homeRegion' must be an OCI region, got: "us-east-1", which this library does not know; if the region is newer than the library, also set 'realm'`,
    ],
    [
      "a realm by its domain",
      { realm: "oraclecloud.com" },
      `'realm' must be 'oc' and a number, got: "oraclecloud.com"; for example "oc1"`,
    ],
    [
      "another realm than the region's",
      { realm: "oc19" },
      `'realm' must be "oc1", the realm of us-ashburn-1, got: "oc19"; leave it out`,
    ],
    [
      "a tenancy of another realm than the region's",
      { homeRegion: "us-gov-ashburn-1", usageReportTenancyOcid: ocidOf("tenancy", "r", "oc3") },
      `'tenancyOcid' must be of the realm oc3, like 'homeRegion' "us-gov-ashburn-1", got: "${TENANCY}", which is of oc1`,
    ],
    [
      "no tenancy with the reports where Oracle does not publish it",
      EU,
      "'usageReportTenancyOcid' is required in the realm oc19: Oracle publishes this OCID for oc1 only; ask Oracle's support for it",
    ],
    [
      "the one of oc1 in another realm",
      { ...EU, usageReportTenancyOcid: OC1 },
      `'usageReportTenancyOcid' must be of the realm oc19, like 'homeRegion' "eu-frankfurt-2", got: "${OC1}", which is of oc1`,
    ],
    [
      "another tenancy where it is known",
      { usageReportTenancyOcid: ocidOf("tenancy", "r") },
      `'usageReportTenancyOcid' must be left out in the realm oc1, where it is known, got: "${ocidOf("tenancy", "r")}"`,
    ],
    [
      "one that Terraform fills in where it is known",
      { usageReportTenancyOcid: token },
      "'usageReportTenancyOcid' must be left out in the realm oc1, where it is known, got: a token",
    ],
    [
      "Oracle's tenancy for one's own",
      { tenancyOcid: "ocid1.tenancy.oc1..aaaaaaaaned4fkpkisbwjlr56u7cj63lf3wffbilvqknstgtvzub7vhqkggq" },
      "'tenancyOcid' must be the OCID of your own tenancy, got: that of Oracle's tenancy that contains the reports",
    ],
    [
      "one's own tenancy for Oracle's",
      { ...EU, usageReportTenancyOcid: EU.tenancyOcid },
      "'usageReportTenancyOcid' must be the OCID of Oracle's own tenancy, got: that of 'tenancyOcid'",
    ],
    [
      "a region for the tenancy with the reports",
      { ...EU, usageReportTenancyOcid: "eu-frankfurt-2" },
      `'usageReportTenancyOcid' must be the OCID of a tenancy, got: "eu-frankfurt-2"; for example "ocid1.tenancy.oc1..aaaaaaaa…"`,
    ],
    [
      "a bucket of one's own",
      { bucketName: "acme" },
      `"bucketName" is not a known property; known are tenancyOcid, homeRegion, realm, tenancyType, usageReportTenancyOcid`,
    ],
    [
      "a statement in place of an OCID",
      { tenancyOcid: `${TENANCY} allow any-user to manage all-resources in tenancy` },
      `'tenancyOcid' must be the OCID of a tenancy, got: "${TENANCY} "… (129 characters); for example "ocid1.tenancy.oc1..aaaaaaaa…"`,
    ],
    [
      "a statement beside a token",
      { ...EU, usageReportTenancyOcid: `${token} in tenancy` },
      `'usageReportTenancyOcid' must be the OCID of a tenancy, got: " in tenancy" beside a token`,
    ],
  ])("is %s", (_, props, problem) => {
    const stack = ociStack();
    expect(refusal(() => new OciBillingExport(stack, "finops", { ...HOME, ...props }))).toBe(
      `OciBillingExport at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("is told at once", () => {
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
