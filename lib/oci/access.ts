import { Lazy, TerraformResource, type TerraformResourceLifecycle } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { type ManualStep } from "../core/manual-step";
import { Part } from "../core/part";
import { type Permission } from "../core/permission";
import { withPreconditions } from "../core/preconditions";
import { type PropsSchema } from "../core/props-schema";
import { enumList, optional, string } from "../core/rules";
import { validateProps } from "../core/validate-props";
import { IdentityPolicy, type IdentityPolicyConfig } from "./bindings/identity-policy";
import { type IOciBillingExport, type IOciIdentity, OCI_BILLING_EXPORT_RULE, OCI_IDENTITY_RULE } from "./interfaces";
import { POLICY_NAME } from "./names";
import { OCI_PERMISSIONS, type OciAdditionalFeature, type OciPermission } from "./permissions";
import {
  addOciProviderValidation,
  checkSameTenancy,
  checkTenancy,
  OCI_PART_RULES,
  type OciPartProps,
  uniqueInTenancy,
} from "./provider";
import { define, grant } from "./statement";

/** Props of `OciAccess`. */
export interface OciAccessProps extends OciPartProps {
  /** Who gets access. */
  readonly identity: IOciIdentity;

  /** What is read. */
  readonly billingExport: IOciBillingExport;

  /**
   * Name of the policy: 1-89 letters, digits and `._-`; unique in the tenancy, whatever the letter case. The policy of
   * `additionalFeatures` has the same name with `-additional` behind it.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly policyName?: string;

  /**
   * What the platform may see beyond the reports, each in the whole tenancy: `BUDGETS`, `CLOUD_ADVISOR` (its
   * recommendations), `COMPARTMENTS` (their names and tree), `COST_ANALYSIS` (costs by the Usage API), `ORGANIZATION` (the
   * child tenancies), `SUBSCRIPTIONS` (commitment and rates), `TENANCY` (its name and regions).
   *
   * @default - nothing but the reports
   */
  readonly additionalFeatures?: readonly OciAdditionalFeature[];
}

// https://docs.oracle.com/en-us/iaas/Content/Identity/policymgmt/policy-limits-compartment-hierarchy.htm
const STATEMENTS_PER_TENANCY = 500;

/** The input of `OciAccess`. */
export const OCI_ACCESS_SCHEMA: PropsSchema<OciAccessProps, "policyName"> = {
  rules: {
    ...OCI_PART_RULES,
    identity: OCI_IDENTITY_RULE,
    billingExport: OCI_BILLING_EXPORT_RULE,
    policyName: optional(string(POLICY_NAME, '"finops-platform"')),
    additionalFeatures: optional(
      enumList("BUDGETS", "CLOUD_ADVISOR", "COMPARTMENTS", "COST_ANALYSIS", "ORGANIZATION", "SUBSCRIPTIONS", "TENANCY"),
    ),
  },
  defaultNames: { policyName: (site) => site.name("-") },
  crossChecks: (props, site) => [
    ...checkTenancy(props),
    ...site.checkSameStack("identity", props.identity),
    ...site.checkSameStack("billingExport", props.billingExport),
    ...checkSameTenancy("identity", props.identity, props),
    ...checkSameTenancy("billingExport", props.billingExport, props),
  ],
  uniqueNames: ({ policyName, tenancyOcid, additionalFeatures = [] }) => [
    uniqueInTenancy(tenancyOcid, "policyName", "policy", policyName),
    ...(additionalFeatures.length > 0
      ? [uniqueInTenancy(tenancyOcid, "policyName", "policy", additionalName(policyName))]
      : []),
    {
      property: "tenancyOcid",
      kind: "policy statements",
      name: tenancyOcid,
      within: "program",
      quota: {
        most: STATEMENTS_PER_TENANCY,
        takes: 1 + granted(additionalFeatures).flatMap(({ actions }) => actions).length,
      },
      advice: "Oracle allows no more along the path to a compartment: have several platforms share a group",
    },
  ],
};

/**
 * What the platform may do: read the reports, by one policy in the root compartment; and what else it is allowed to see, by
 * a policy of its own.
 */
export class OciAccess extends Part {
  /** The policy that lets the platform read the reports; `node.defaultChild`. */
  readonly policy: IdentityPolicy;
  /** The policy of `additionalFeatures`; `undefined` where there are none. */
  readonly additionalPolicy?: IdentityPolicy;
  private readonly granted: readonly OciPermission[];
  private readonly tenancyOcid: string;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: OciAccessProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "OciAccess"), OCI_ACCESS_SCHEMA, props);
    super(scope, id);
    addOciProviderValidation(this, validProps);
    const { identity, billingExport, policyName } = validProps;
    const withGroup = replacedWith(identity.group);
    this.granted = granted(validProps.additionalFeatures);
    this.tenancyOcid = validProps.tenancyOcid;
    const [reports, ...additional] = this.granted.map((permission) => grant(permission, identity.policySubject));
    // An alias holds for the policy that it is defined in, and for what comes after it there.
    this.policy = this.createPolicy("Resource", validProps, {
      name: policyName,
      description: "Lets the FinOps platform read the cost reports",
      statements: [define(billingExport.usageReportTenancyOcid), ...(reports ?? [])],
      lifecycle: withPreconditions(this, validProps, { ...withGroup, precondition: billingExport.conditions }),
    });
    if (additional.length > 0) {
      this.additionalPolicy = this.createPolicy("additional", validProps, {
        name: additionalName(policyName),
        description: "Lets the FinOps platform see more than the cost reports",
        statements: additional.flat(),
        // What Terraform has to check of the properties is checked there.
        dependsOn: [this.policy],
        lifecycle: withGroup,
      });
    }
    this.addSynthWarnings();
  }

  override get permissions(): Permission[] {
    return [...this.granted];
  }

  override get manualSteps(): ManualStep[] {
    return this.granted.some(({ feature }) => feature === "CLOUD_ADVISOR") ? [advisorStep(this.tenancyOcid)] : [];
  }

  /** A policy of the root compartment: only there can a statement be about the tenancy, or about another. */
  private createPolicy(
    id: string,
    { provider, tenancyOcid, freeformTags, definedTags }: OciAccessProps,
    config: Omit<IdentityPolicyConfig, "compartmentId">,
  ): IdentityPolicy {
    return new IdentityPolicy(this, id, {
      provider,
      compartmentId: tenancyOcid,
      freeformTags,
      definedTags,
      ...config,
    });
  }
}

/**
 * Has a policy written anew with a group that is replaced: Oracle keeps the OCID of a group when a policy is written, and one
 * that is made anew under the same name is another.
 *
 * Source: https://docs.oracle.com/en-us/iaas/Content/Identity/groups/managinggroups.htm
 */
function replacedWith(group: IOciIdentity["group"]): TerraformResourceLifecycle | undefined {
  if (!TerraformResource.isTerraformResource(group)) {
    return undefined;
  }
  // By its address, which is no reference there, and may be overridden later.
  const produce = (): string => `${group.terraformResourceType}.${group.friendlyUniqueId}.id`;
  return { replaceTriggeredBy: [Lazy.stringValue({ produce })] };
}

/** The name of the policy of `additionalFeatures`. */
function additionalName(policyName: string): string {
  return `${policyName}-additional`;
}

/** The catalogue's entries for the reports and these features, the one for the reports first. */
function granted(features: readonly OciAdditionalFeature[] = []): OciPermission[] {
  return OCI_PERMISSIONS.filter(({ feature }) => feature === "billing export" || features.includes(feature));
}

function advisorStep(tenancyOcid: string): ManualStep {
  return {
    key: "cloud_advisor",
    title: "Enable Cloud Advisor, unless it is active in the tenancy",
    why: "Cloud Advisor looks for savings only where it is active, and the console alone can enable it.",
    link: "https://docs.oracle.com/en-us/iaas/Content/CloudAdvisor/Tasks/cloudadvisor-getting_started.htm",
    values: { Tenancy: tenancyOcid },
    check: "The console shows recommendations under Cloud Advisor, a day later at the latest.",
  };
}
