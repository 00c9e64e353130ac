import { ProjectService } from "@cdktf/provider-google/lib/project-service";
import { dependable, TerraformDataSource, TerraformResource } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { type ManualStep } from "../core/manual-step";
import { type IPart, Part } from "../core/part";
import { withPreconditions } from "../core/preconditions";
import { type PropsSchema } from "../core/props-schema";
import { boolean, enumList, optional } from "../core/rules";
import { validateProps } from "../core/validate-props";
import { addGcpProviderValidation, GCP_PART_RULES, type GcpPartProps } from "./provider";

/**
 * An API that only some ways in need: `bigquerydatatransfer` for the pricing export, `iamcredentials` for a platform
 * that logs in without a key, `sts` where its tokens are another cloud's, `orgpolicy` for an exception from an
 * organization policy.
 */
export type GcpAdditionalService = "bigquerydatatransfer" | "iamcredentials" | "orgpolicy" | "sts";

/** Props of `GcpServices`. */
export interface GcpServicesProps extends GcpPartProps {
  /**
   * Whether Terraform enables the APIs. With `false` someone else does, which is a manual step.
   *
   * @default true
   */
  readonly enableServices?: boolean;

  /**
   * What is to be enabled beside `cloudresourcemanager`, `iam`, `bigquery` and `cloudbilling`.
   *
   * @default - nothing
   */
  readonly additionalServices?: readonly GcpAdditionalService[];
}

/** The input of `GcpServices`. */
export const GCP_SERVICES_SCHEMA: PropsSchema<GcpServicesProps> = {
  rules: {
    ...GCP_PART_RULES,
    enableServices: optional(boolean()),
    additionalServices: optional(enumList("bigquerydatatransfer", "iamcredentials", "orgpolicy", "sts")),
  },
};

/**
 * The APIs that the platform and this deployment need, enabled in the project. None of them is ever disabled: others
 * may use them by then.
 *
 * They are enabled one after the other, and what follows waits for the last one (`before`): an API takes a while to be
 * known everywhere once it is enabled ("has not been used in project … before or it is disabled"), and those that are
 * used first have the time that the others take.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/google_project_service
 */
export class GcpServices extends Part {
  /** What is enabled, such as `bigquery.googleapis.com`, in the order in which it is. */
  readonly serviceNames: readonly string[];
  /** ID of the project. */
  readonly projectId: string;
  private readonly enabled: readonly ProjectService[];

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: GcpServicesProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "GcpServices"), GCP_SERVICES_SCHEMA, props);
    super(scope, id);
    addGcpProviderValidation(this, validProps);
    this.projectId = validProps.projectId;
    const { additionalServices = [] } = validProps;
    // By the first one the provider looks up the project; nothing of ours uses the last one.
    const names = ["cloudresourcemanager", "iam", "bigquery", ...[...additionalServices].sort(), "cloudbilling"];
    this.serviceNames = names.map((name) => `${name}.googleapis.com`);
    this.enabled = (validProps.enableServices ?? true) ? this.enable(validProps, names) : [];
    this.addSynthWarnings();
  }

  /** Has all that these parts create or read wait for the APIs. */
  addDependents(...parts: readonly IPart[]): void {
    const last = this.enabled.at(-1);
    if (last === undefined) {
      return;
    }
    // As their constructors do it with what they are given.
    const dependency = dependable(last);
    for (const element of parts.flatMap((part) => part.node.findAll())) {
      if (TerraformResource.isTerraformResource(element) || TerraformDataSource.isTerraformDataSource(element)) {
        element.dependsOn = [...(element.dependsOn ?? []), dependency];
      }
    }
  }

  override get manualSteps(): ManualStep[] {
    return this.enabled.length > 0
      ? []
      : [
          {
            key: "enable_services",
            title: "Enable the APIs in the project, unless they are enabled",
            why: "The program says that someone else does it. Without them, neither this deployment nor the platform can ask for anything.",
            link: "https://docs.cloud.google.com/service-usage/docs/enable-disable",
            values: { Project: this.projectId, APIs: this.serviceNames.join(" ") },
            check: "gcloud services list --enabled --project=<project> names each of them.",
          },
        ];
  }

  private enable(props: GcpServicesProps, names: readonly string[]): ProjectService[] {
    const enabled: ProjectService[] = [];
    for (const [index, name] of names.entries()) {
      enabled.push(
        new ProjectService(this, name, {
          provider: props.provider,
          project: props.projectId,
          service: `${name}.googleapis.com`,
          // Others may use it when this is taken down.
          disableOnDestroy: false,
          dependsOn: index === 0 ? undefined : enabled.slice(-1),
          lifecycle: index === 0 ? withPreconditions(this, props) : undefined,
        }),
      );
    }
    return enabled;
  }
}
