import { ProjectService } from "@cdktf/provider-google/lib/project-service";
import { TerraformDataSource, TerraformResource } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { addDependency } from "../core/dependencies";
import { type ManualStep } from "../core/manual-step";
import { type IPart, Part } from "../core/part";
import { withPreconditions } from "../core/preconditions";
import { type PropsSchema } from "../core/props-schema";
import { boolean, enumList, optional } from "../core/rules";
import { validateProps } from "../core/validate-props";
import { addGcpProviderValidation, GCP_PART_RULES, type GcpPartProps } from "./provider";

/**
 * API that only some options need: `bigquerydatatransfer` for the pricing export, `iamcredentials` for a platform that logs
 * in without a key, `sts` if that platform has tokens of another cloud or issuer, `orgpolicy` for an exception from an
 * organization policy.
 */
export type GcpAdditionalService = "bigquerydatatransfer" | "iamcredentials" | "orgpolicy" | "sts";

/** Props of `GcpServices`. */
export interface GcpServicesProps extends GcpPartProps {
  /**
   * Whether Terraform enables the APIs. With `false` a person enables them, in a manual step.
   *
   * @default true
   */
  readonly enableServices?: boolean;

  /**
   * APIs to enable in addition to `cloudresourcemanager`, `iam`, `bigquery` and `cloudbilling`.
   *
   * @default - none
   */
  readonly additionalServices?: readonly GcpAdditionalService[];
}

/** Rule for additional APIs. */
export const GCP_ADDITIONAL_SERVICES_RULE = enumList("bigquerydatatransfer", "iamcredentials", "orgpolicy", "sts");

/** Schema of `GcpServicesProps`. */
export const GCP_SERVICES_SCHEMA: PropsSchema<GcpServicesProps> = {
  rules: {
    ...GCP_PART_RULES,
    enableServices: optional(boolean()),
    additionalServices: optional(GCP_ADDITIONAL_SERVICES_RULE),
  },
};

/**
 * APIs that the platform and this deployment need, enabled in the project. Terraform never disables them, because others may
 * use them by then.
 *
 * They are enabled one after the other, and `addDependents` makes other parts wait for the last one. An enabled API takes a
 * while to work everywhere ("has not been used in project … before or it is disabled"), so the APIs that are used first are
 * enabled first.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/google_project_service
 *
 * @throws InputError when a property is refused
 */
export class GcpServices extends Part {
  /** Names of the APIs, such as `bigquery.googleapis.com`, in the order in which they are enabled. */
  readonly serviceNames: readonly string[];
  /** ID of the project. */
  readonly projectId: string;
  private readonly enabled: readonly ProjectService[];

  constructor(scope: Construct, id: string, props: GcpServicesProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "GcpServices"), GCP_SERVICES_SCHEMA, props);
    super(scope, id);
    addGcpProviderValidation(this, validProps);
    this.projectId = validProps.projectId;
    const { additionalServices = [] } = validProps;
    // The provider needs the first one to look up the project; no resource of this library needs the last one.
    const names = ["cloudresourcemanager", "iam", "bigquery", ...[...additionalServices].sort(), "cloudbilling"];
    this.serviceNames = names.map((name) => `${name}.googleapis.com`);
    this.enabled = (validProps.enableServices ?? true) ? this.createServices(validProps, names) : [];
    this.addSynthWarnings();
  }

  /** Makes all resources and data sources of these parts wait for the APIs. */
  addDependents(...parts: readonly IPart[]): void {
    const last = this.enabled.at(-1);
    if (last === undefined) {
      return;
    }
    // Your own part may contain the integration, and so the APIs.
    const elements = parts.flatMap((part) => part.node.findAll()).filter(({ node }) => !node.scopes.includes(this));
    addDependency(
      last,
      ...elements.filter(
        (element) =>
          TerraformResource.isTerraformResource(element) || TerraformDataSource.isTerraformDataSource(element),
      ),
    );
  }

  override get manualSteps(): ManualStep[] {
    return this.enabled.length > 0
      ? []
      : [
          {
            key: "enable_services",
            title: "Enable the APIs in the project, unless they are already enabled",
            why: "'enableServices' is false. Without the APIs, all requests of this deployment and of the platform fail.",
            link: "https://docs.cloud.google.com/service-usage/docs/enable-disable",
            values: { Project: this.projectId, APIs: this.serviceNames.join(" ") },
            check: "gcloud services list --enabled --project=<project> lists each of them.",
          },
        ];
  }

  private createServices(props: GcpServicesProps, names: readonly string[]): ProjectService[] {
    const enabled: ProjectService[] = [];
    for (const [index, name] of names.entries()) {
      enabled.push(
        new ProjectService(this, name, {
          provider: props.provider,
          project: props.projectId,
          service: `${name}.googleapis.com`,
          // Others may use it when this resource is destroyed.
          disableOnDestroy: false,
          dependsOn: index === 0 ? undefined : enabled.slice(-1),
          lifecycle: index === 0 ? withPreconditions(props) : undefined,
        }),
      );
    }
    return enabled;
  }
}
