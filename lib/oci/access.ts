import { TerraformResource, type TerraformResourceLifecycle } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { type ManualStep } from "../core/manual-step";
import { Part } from "../core/part";
import { type Permission } from "../core/permission";
import { withPreconditions } from "../core/preconditions";
import { withProvider } from "../core/provider";
import { crossCheck, type PropsSchema } from "../core/props-schema";
import { enumList, optional, string } from "../core/rules";
import { validateProps } from "../core/validate-props";
import { IdentityPolicy, type IdentityPolicyConfig } from "./bindings/identity-policy";
import { type IOciBillingExport, type IOciIdentity, OCI_BILLING_EXPORT_RULE, OCI_IDENTITY_RULE } from "./interfaces";
import { POLICY_NAME } from "./conditions";
import { OCI_PERMISSIONS, type OciAdditionalFeature, type OciPermission } from "./permissions";
import {
  addOciProviderValidation,
  checkSameTenancy,
  OCI_PART_RULES,
  OCI_TENANCY_CHECK,
  type OciPartProps,
  uniqueInTenancy,
} from "./provider";
import { defineStatement, grantStatements } from "./statement";

/** Props of `OciAccess`. */
export interface OciAccessProps extends OciPartProps {
  /** Identity that gets access. */
  readonly identity: IOciIdentity;

  /** Billing export that the identity can read. */
  readonly billingExport: IOciBillingExport;

  /**
   * Name of the policy: 1-89 letters, digits and `._-`; unique in the tenancy, whatever the letter case. The policy of
   * `additionalFeatures` has the same name with the suffix `-additional`.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly policyName?: string;

  /**
   * Features of the platform that need more than the reports, each in the whole tenancy: `BUDGETS`, `CLOUD_ADVISOR` (its
   * recommendations), `COMPARTMENTS` (their names and hierarchy), `COST_ANALYSIS` (costs from the Usage API), `ORGANIZATION`
   * (the child tenancies), `SUBSCRIPTIONS` (commitment and rates), `TENANCY` (its name and regions).
   *
   * @default - none, only the reports
   */
  readonly additionalFeatures?: readonly OciAdditionalFeature[];
}

// https://docs.oracle.com/en-us/iaas/Content/Identity/policymgmt/policy-limits-compartment-hierarchy.htm
const STATEMENTS_PER_TENANCY = 500;

const TENANCY = ["tenancyOcid", "homeRegion", "provider"] as const;

/** Schema of `OciAccessProps`. */
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
  crossChecks: [
    OCI_TENANCY_CHECK,
    crossCheck(["identity", ...TENANCY], ({ identity, ...props }, site) => [
      ...site.checkSameStack("identity", identity, identity.group),
      ...checkSameTenancy("identity", identity, props),
    ]),
    crossCheck(["billingExport", ...TENANCY], ({ billingExport, ...props }, site) => [
      ...site.checkSameStack("billingExport", billingExport),
      ...checkSameTenancy("billingExport", billingExport, props),
    ]),
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
        takes: 1 + permissionsFor(additionalFeatures).flatMap(({ actions }) => actions).length,
      },
      advice: "this is Oracle's limit along the path to a compartment: let several platforms share a group",
    },
  ],
};

/**
 * Permissions of the platform: one policy in the root compartment lets it read the reports. A second policy grants the
 * permissions for `additionalFeatures`.
 *
 * @throws InputError when a property is refused
 */
export class OciAccess extends Part {
  /** Policy that lets the platform read the reports; `node.defaultChild`. */
  readonly policy: IdentityPolicy;
  /** Policy for `additionalFeatures`; `undefined` if there are none. */
  readonly additionalPolicy?: IdentityPolicy;
  private readonly granted: readonly OciPermission[];
  private readonly tenancyOcid: string;

  constructor(scope: Construct, id: string, props: OciAccessProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "OciAccess"), OCI_ACCESS_SCHEMA, props);
    super(scope, id);
    const { identity, billingExport, policyName } = validProps;
    addOciProviderValidation(this, validProps);
    for (const part of withProvider(identity)) {
      addOciProviderValidation(this, { ...validProps, provider: part.provider });
    }
    const groupLifecycle = replaceWithGroup(identity.group);
    this.granted = permissionsFor(validProps.additionalFeatures);
    this.tenancyOcid = validProps.tenancyOcid;
    const [reports, ...additional] = this.granted.map((permission) =>
      grantStatements(permission, identity.policySubject),
    );
    // An alias is valid only in the policy that defines it, and only in the statements after its definition.
    this.policy = this.createPolicy("Resource", validProps, {
      name: policyName,
      description: "Lets the FinOps platform read the cost reports",
      statements: [defineStatement(billingExport.usageReportTenancyOcid), ...(reports ?? [])],
      lifecycle: withPreconditions(validProps, { ...groupLifecycle, precondition: billingExport.preconditions }),
    });
    if (additional.length > 0) {
      this.additionalPolicy = this.createPolicy("additional", validProps, {
        name: additionalName(policyName),
        description: "Lets the FinOps platform see more than the cost reports",
        statements: additional.flat(),
        // The preconditions for unresolved tokens are on the first policy.
        dependsOn: [this.policy],
        lifecycle: groupLifecycle,
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

  /** Creates a policy in the root compartment, the only place for statements about this tenancy or another one. */
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
 * Lifecycle that replaces a policy together with its group. Oracle stores the OCID of the group in the policy, and a group
 * that was replaced under the same name has another OCID.
 *
 * Source: https://docs.oracle.com/en-us/iaas/Content/Identity/groups/managinggroups.htm
 */
function replaceWithGroup(group: IOciIdentity["group"]): TerraformResourceLifecycle | undefined {
  if (!TerraformResource.isTerraformResource(group)) {
    return undefined;
  }
  // A plain address, because this argument takes no '${…}'. A getter, because the address may be overridden later.
  const id = {
    get fqn(): string {
      return `${group.terraformResourceType}.${group.friendlyUniqueId}.id`;
    },
  };
  return { replaceTriggeredBy: [id] };
}

/** Name of the policy for `additionalFeatures`. */
function additionalName(policyName: string): string {
  return `${policyName}-additional`;
}

/** Permissions of the catalogue for the reports and these features; the one for the reports comes first. */
function permissionsFor(features: readonly OciAdditionalFeature[] = []): OciPermission[] {
  return OCI_PERMISSIONS.filter(({ feature }) => feature === "billing export" || features.includes(feature));
}

/** Manual step that enables Cloud Advisor. */
function advisorStep(tenancyOcid: string): ManualStep {
  return {
    key: "cloud_advisor",
    title: "Enable Cloud Advisor, unless it is active in the tenancy",
    why: "Cloud Advisor finds savings only in tenancies in which it is active, and only the console can enable it.",
    link: "https://docs.oracle.com/en-us/iaas/Content/CloudAdvisor/Tasks/cloudadvisor-getting_started.htm",
    values: { Tenancy: tenancyOcid },
    check: "The console shows recommendations under Cloud Advisor within a day.",
  };
}
