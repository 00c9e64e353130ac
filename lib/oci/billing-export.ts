import { type TerraformResourceLifecycle, Token } from "cdktf";
import { type Construct } from "constructs";
import { type Input } from "../core/input";
import { Part } from "../core/part";
import { Place, subject } from "../core/place";
import { conditionsOn, conditionsOnTokens } from "../core/preconditions";
import { oneOf, optional, string } from "../core/rules";
import { show } from "../core/show";
import { exampleOcid, ocid, warnOfLengths } from "./ocid";
import { checkTenancy, OCI_TENANCY_RULES, type OciTenancyProps, realmOf, sameRealm } from "./provider";

/** Props of `OciBillingExport`. */
export interface OciBillingExportProps extends OciTenancyProps {
  /**
   * What the tenancy is in its organization: `PARENT` for the one that is billed, also one in no organization, whose
   * reports cover its children. `CHILD` is refused: Oracle writes no reports for it.
   *
   * Source: https://docs.oracle.com/en-us/iaas/Content/General/organization/organization_cost_reporting.htm
   *
   * @default "PARENT"
   */
  readonly tenancyType?: "PARENT" | "CHILD";

  /**
   * OCID of Oracle's own tenancy in which the reports are. Oracle publishes it for the realm `oc1` only; ask its support for
   * that of another.
   *
   * Source: https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/costusagereportsoverview.htm
   *
   * @default - that of the realm `oc1`; required in every other
   */
  readonly usageReportTenancyOcid?: string;
}

/** Oracle's tenancy with the reports of the realm `oc1`, as its documentation has it. */
export const USAGE_REPORT_TENANCY_OF_OC1 =
  "ocid1.tenancy.oc1..aaaaaaaaned4fkpkisbwjlr56u7cj63lf3wffbilvqknstgtvzub7vhqkggq";

/** The input of `OciBillingExport`. */
export const OCI_BILLING_EXPORT_INPUT: Input<OciBillingExportProps> = {
  rules: {
    ...OCI_TENANCY_RULES,
    tenancyType: optional(oneOf("PARENT", "CHILD")),
    usageReportTenancyOcid: optional(string(ocid("tenancy"), exampleOcid("tenancy"))),
  },
  combinations: (props) => [
    ...(props.tenancyType === "CHILD"
      ? [
          "'tenancyType' must be PARENT, got: \"CHILD\"; the reports of a child tenancy are in those of its parent, and " +
            "nothing is written for it alone: deploy to the parent tenancy",
        ]
      : []),
    ...checkTenancy(props),
    ...checkReportTenancy(props),
  ],
};

function checkReportTenancy(props: Partial<OciBillingExportProps>): string[] {
  const { usageReportTenancyOcid, tenancyOcid } = props;
  const realm = realmOf(props);
  if (realm === undefined) {
    return [];
  }
  if (tenancyOcid === USAGE_REPORT_TENANCY_OF_OC1) {
    return ["'tenancyOcid' must be your own tenancy's, got: that of Oracle's tenancy with the reports"];
  }
  if (usageReportTenancyOcid === undefined) {
    return realm === "oc1"
      ? []
      : [
          `'usageReportTenancyOcid' is required in the realm ${realm}: Oracle publishes the OCID of its tenancy with the ` +
            "reports for oc1 only; ask Oracle's support for it",
        ];
  }
  if (realm === "oc1" && usageReportTenancyOcid !== USAGE_REPORT_TENANCY_OF_OC1) {
    return [
      `'usageReportTenancyOcid' must be left out in the realm oc1, where it is known, got: ${Token.isUnresolved(usageReportTenancyOcid) ? "a token" : show(usageReportTenancyOcid)}`,
    ];
  }
  return usageReportTenancyOcid === tenancyOcid
    ? [`'usageReportTenancyOcid' must be Oracle's own tenancy, got: that of 'tenancyOcid'`]
    : sameRealm("usageReportTenancyOcid", usageReportTenancyOcid, props);
}

/**
 * The billing export: Oracle writes it by itself, every six hours, into a bucket of its own, where it stays for a year. So
 * nothing is created, and this is what there is to know of it.
 *
 * Source: https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/costusagereportsoverview.htm
 */
export class OciBillingExport extends Part {
  /** Object Storage namespace of the reports, Oracle's. */
  readonly namespace = "bling";
  /** Name of the bucket in that namespace: the tenancy's OCID. */
  readonly bucketName: string;
  /** What the names of Oracle's own cost reports begin with: CSV, gzip. */
  readonly costReportPrefix = "reports/cost-csv/";
  /** What the names of the reports by the FOCUS specification begin with: CSV, gzip, by year, month and day. */
  readonly focusReportPrefix = "FOCUS Reports/";
  /** The region in which the reports are: the home region. */
  readonly region: string;
  /** OCID of the tenancy whose costs are read. */
  readonly tenancyOcid: string;
  /** OCID of Oracle's tenancy that the bucket is in. */
  readonly usageReportTenancyOcid: string;
  /** What Terraform has to check of the properties, on whatever uses it: it has no resource of its own to check them on. */
  readonly conditions: NonNullable<TerraformResourceLifecycle["precondition"]>;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: OciBillingExportProps) {
    const named = new Place(scope, id, "OciBillingExport").admit(OCI_BILLING_EXPORT_INPUT, props);
    super(scope, id);
    const { tenancyOcid, homeRegion, usageReportTenancyOcid } = named;
    this.tenancyOcid = tenancyOcid;
    this.bucketName = tenancyOcid;
    this.region = homeRegion;
    this.usageReportTenancyOcid = usageReportTenancyOcid ?? USAGE_REPORT_TENANCY_OF_OC1;
    const realm = `be of the realm ${realmOf(named) ?? ""}, as 'homeRegion' ${homeRegion} is`;
    const ofRealm = [{ must: realm, matches: `^ocid1[.]tenancy[.]${realmOf(named) ?? ""}[.]` }];
    this.conditions = [
      ...conditionsOnTokens(this, named),
      ...Object.entries({ tenancyOcid, usageReportTenancyOcid }).flatMap(([name, value]) =>
        value !== undefined && Token.isUnresolved(value)
          ? conditionsOn(value, ofRealm, `${subject(this, named)}: '${name}'`)
          : [],
      ),
    ];
    if (usageReportTenancyOcid !== undefined) {
      warnOfLengths(this, { usageReportTenancyOcid });
    }
    this.announce();
  }
}
