import { TerraformResource, type TerraformStack } from "cdktf";
import { type Construct } from "constructs";
import { argumentsOf } from "../core/arguments";
import { StackValidation } from "../core/stack-validation";
import { renderString } from "../core/tokens";

/** Resource kinds whose IAM members must not be replaced. */
export type ProtectedKind = "dataset" | "folder" | "organization" | "project" | "service account";

/**
 * Authoritative resources, which replace IAM members instead of adding to them: the kind of resource that they apply to, and
 * the argument that names it. With `sameRole`, only the role that the platform gets is protected. Bindings of datasets and
 * tables are refused for any role, because it may be the one of the export's own service account.
 */
const AUTHORITATIVE: Readonly<
  Record<string, { readonly kind: ProtectedKind; readonly argument: string; readonly sameRole?: true }>
> = {
  google_bigquery_dataset_iam_binding: { kind: "dataset", argument: "dataset_id" },
  google_bigquery_dataset_iam_policy: { kind: "dataset", argument: "dataset_id" },
  google_bigquery_table_iam_binding: { kind: "dataset", argument: "dataset_id" },
  google_bigquery_table_iam_policy: { kind: "dataset", argument: "dataset_id" },
  google_folder_iam_binding: { kind: "folder", argument: "folder", sameRole: true },
  google_folder_iam_policy: { kind: "folder", argument: "folder" },
  google_organization_iam_binding: { kind: "organization", argument: "org_id", sameRole: true },
  google_organization_iam_policy: { kind: "organization", argument: "org_id" },
  google_project_iam_binding: { kind: "project", argument: "project", sameRole: true },
  google_project_iam_policy: { kind: "project", argument: "project" },
  google_service_account_iam_binding: { kind: "service account", argument: "service_account_id", sameRole: true },
  google_service_account_iam_policy: { kind: "service account", argument: "service_account_id" },
};

interface Guard {
  readonly construct: Construct;
  readonly kind: ProtectedKind;
  readonly target: Target;
}

/** Resource whose IAM members are protected. */
export interface Target {
  /** Names that refer to the resource: a literal, a token, or both. */
  readonly names: readonly string[];
  /**
   * ID of the project that contains it.
   *
   * @default - the resource is not in a project
   */
  readonly projectId?: string;
  /**
   * Role that the platform gets on it.
   *
   * @default - none
   */
  readonly role?: string;
}

const GUARDS = new StackValidation<Guard>(checkStack);

/**
 * Fails synthesis if the stack replaces the IAM members of a resource that the construct needs: the export's own service
 * account would lose its access and the export would stop, or the platform would lose its access.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_dataset_iam
 */
export function forbidAuthoritativeIam(construct: Construct, kind: ProtectedKind, target: Target): void {
  GUARDS.add({ construct, kind, target });
}

function checkStack(stack: TerraformStack, guards: readonly Guard[]): string[] {
  const authoritative = stack.node
    .findAll()
    .filter((node): node is TerraformResource => TerraformResource.isTerraformResource(node))
    .filter(({ terraformResourceType }) => Object.hasOwn(AUTHORITATIVE, terraformResourceType));
  return authoritative.flatMap((resource) => {
    const violated = guards.find((guard) => replacesMembersOf(resource, guard));
    return violated === undefined ? [] : [problem(resource, violated)];
  });
}

function replacesMembersOf(resource: TerraformResource, { construct, kind, target }: Guard): boolean {
  const { kind: replaced, argument, sameRole } = AUTHORITATIVE[resource.terraformResourceType] ?? { argument: "" };
  if (replaced !== kind) {
    return false;
  }
  if (sameRole && renderString(resource, argumentsOf(resource).role) !== renderString(construct, target.role)) {
    return false;
  }
  const reference = renderString(resource, argumentsOf(resource)[argument]);
  const name = nameOf(reference);
  const targetNames = target.names.map((one) => nameOf(renderString(construct, one)));
  // An expression may contain the reference, too.
  if (!targetNames.some((one) => one === name || (one.includes(".") && reference.includes(`${one}.`)))) {
    return false;
  }
  // Two projects can have datasets of the same name. Only projects that are known at synthesis can be compared.
  const [, inPath] = /^projects\/([^/]+)\/datasets\//.exec(reference) ?? [];
  const projects = [
    inPath ?? renderString(resource, argumentsOf(resource).project),
    renderString(construct, target.projectId),
  ].filter((project) => project !== "" && !project.includes("${"));
  return new Set(projects).size < 2;
}

function problem({ node, terraformResourceType: type }: TerraformResource, { construct, kind }: Guard): string {
  return (
    `${node.path} (${type}) must not be for the ${kind} that ${construct.node.path} needs, because it removes ` +
    `the access of all other members; use ${type.replace(/_(binding|policy)$/, "_member")}, which adds members`
  );
}

/** Name at the end of a path (`123` in `folders/123`), or the address of the resource that an expression there refers to. */
function nameOf(text: string): string {
  const last = text.split("/").at(-1) ?? "";
  const [, address] = /^\$\{((?:data\.)?[a-z0-9_]+\.[A-Za-z0-9_-]+)\.\w+\}$/.exec(last) ?? [];
  return address ?? last;
}
