import { Token } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { Part } from "../core/part";
import { type Preconditions, stringPreconditions, tokenPreconditions } from "../core/preconditions";
import { crossCheck, type PropsSchema } from "../core/props-schema";
import { enumString, optional, string } from "../core/rules";
import { show } from "../core/show";
import { describeConstruct, validateProps } from "../core/validate-props";
import { type IOciBillingExport } from "./interfaces";
import { exampleOcid, ocid, warnAboutLengths } from "./ocid";
import { checkSameRealm, OCI_TENANCY_CHECK, OCI_TENANCY_RULES, type OciTenancyProps, realmOf } from "./provider";

/** Props of `OciBillingExport`. */
export interface OciBillingExportProps extends OciTenancyProps {
  /**
   * Type of the tenancy in its organization: `PARENT` for the one that is billed, also one outside an organization, whose
   * reports cover its child tenancies. `CHILD` is refused, because Oracle writes no reports for child tenancies.
   *
   * Source: https://docs.oracle.com/en-us/iaas/Content/General/organization/organization_cost_reporting.htm
   *
   * @default "PARENT"
   */
  readonly tenancyType?: "PARENT" | "CHILD";

  /**
   * OCID of Oracle's own tenancy that contains the reports. Oracle publishes it for the realm `oc1` only; for other realms,
   * ask Oracle's support.
   *
   * Source: https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/costusagereportsoverview.htm
   *
   * @default - the OCID for the realm `oc1`; required in all other realms
   */
  readonly usageReportTenancyOcid?: string;
}

/** Oracle's tenancy that contains the reports of the realm `oc1`, according to its documentation. */
export const OC1_USAGE_REPORT_TENANCY_OCID =
  "ocid1.tenancy.oc1..aaaaaaaaned4fkpkisbwjlr56u7cj63lf3wffbilvqknstgtvzub7vhqkggq";

/** Schema of `OciBillingExportProps`. */
export const OCI_BILLING_EXPORT_SCHEMA: PropsSchema<OciBillingExportProps> = {
  rules: {
    ...OCI_TENANCY_RULES,
    tenancyType: optional(enumString("PARENT", "CHILD")),
    usageReportTenancyOcid: optional(string(ocid("tenancy"), exampleOcid("tenancy"))),
  },
  crossChecks: [
    crossCheck(["tenancyType"], ({ tenancyType }) =>
      tenancyType === "CHILD"
        ? [
            "'tenancyType' must be PARENT, got: \"CHILD\"; Oracle writes the costs of a child tenancy into the reports of its " +
              "parent only: deploy to the parent tenancy",
          ]
        : [],
    ),
    OCI_TENANCY_CHECK,
    crossCheck(["usageReportTenancyOcid", "tenancyOcid", "homeRegion", "realm"], checkReportTenancy),
  ],
};

function checkReportTenancy(
  props: Pick<OciBillingExportProps, "usageReportTenancyOcid" | "tenancyOcid" | "homeRegion" | "realm">,
): string[] {
  const { usageReportTenancyOcid, tenancyOcid } = props;
  const realm = realmOf(props);
  if (realm === undefined) {
    return [];
  }
  if (tenancyOcid === OC1_USAGE_REPORT_TENANCY_OCID) {
    return [
      "'tenancyOcid' must be the OCID of your own tenancy, got: that of Oracle's tenancy that contains the reports",
    ];
  }
  if (usageReportTenancyOcid === undefined) {
    return realm === "oc1"
      ? []
      : [
          `'usageReportTenancyOcid' is required in the realm ${realm}: Oracle publishes this OCID for oc1 only; ` +
            "ask Oracle's support for it",
        ];
  }
  if (realm === "oc1" && usageReportTenancyOcid !== OC1_USAGE_REPORT_TENANCY_OCID) {
    return [
      `'usageReportTenancyOcid' must be left out in the realm oc1, where it is known, got: ${Token.isUnresolved(usageReportTenancyOcid) ? "a token" : show(usageReportTenancyOcid)}`,
    ];
  }
  return usageReportTenancyOcid === tenancyOcid
    ? [`'usageReportTenancyOcid' must be the OCID of Oracle's own tenancy, got: that of 'tenancyOcid'`]
    : checkSameRealm("usageReportTenancyOcid", usageReportTenancyOcid, props);
}

/**
 * Billing data: the cost reports. Oracle writes them every six hours into its own bucket, and keeps them for a year. This
 * construct creates nothing; its properties describe where the reports are.
 *
 * Source: https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/costusagereportsoverview.htm
 *
 * @throws InputError when a property is refused
 */
export class OciBillingExport extends Part implements IOciBillingExport {
  readonly finopsInterface = "IOciBillingExport";
  readonly namespace = "bling";
  readonly bucketName: string;
  /** Prefix of Oracle's own cost reports: CSV, gzip. */
  readonly costReportPrefix = "reports/cost-csv/";
  /** Prefix of the reports in the FOCUS format: CSV, gzip, by year, month and day. */
  readonly focusReportPrefix = "FOCUS Reports/";
  readonly region: string;
  readonly tenancyOcid: string;
  readonly usageReportTenancyOcid: string;
  readonly preconditions: Preconditions;

  constructor(scope: Construct, id: string, props: OciBillingExportProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "OciBillingExport"),
      OCI_BILLING_EXPORT_SCHEMA,
      props,
    );
    super(scope, id);
    const { tenancyOcid, homeRegion, usageReportTenancyOcid } = validProps;
    this.tenancyOcid = tenancyOcid;
    this.bucketName = tenancyOcid;
    this.region = homeRegion;
    this.usageReportTenancyOcid = usageReportTenancyOcid ?? OC1_USAGE_REPORT_TENANCY_OCID;
    const must = `be of the realm ${realmOf(validProps) ?? ""}, like 'homeRegion' ${homeRegion}`;
    const sameRealm = [{ must, pattern: `^ocid1[.]tenancy[.]${realmOf(validProps) ?? ""}[.]` }];
    this.preconditions = [
      ...tokenPreconditions(validProps),
      ...Object.entries({ tenancyOcid, usageReportTenancyOcid }).flatMap(([name, value]) =>
        value !== undefined && Token.isUnresolved(value)
          ? stringPreconditions(value, sameRealm, `${describeConstruct(validProps)}: '${name}'`)
          : [],
      ),
    ];
    if (usageReportTenancyOcid !== undefined) {
      warnAboutLengths(this, { usageReportTenancyOcid });
    }
    this.addSynthWarnings();
  }
}
