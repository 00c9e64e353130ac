import { TerraformResource, type TerraformStack } from "cdktf";
import { type Construct } from "constructs";
import { argumentOf } from "../core/arguments";
import { StackValidation } from "../core/stack-validation";
import { renderString } from "../core/tokens";

/** What who may use it must not be replaced of. */
export type ProtectedKind = "dataset" | "folder" | "organization" | "project" | "service account";

/**
 * What replaces who may use something, instead of adding to it: of what, and which argument names it. A binding of a dataset or a
 * table is looked at whatever its role is, because it may be that of the export's own service account.
 */
const AUTHORITATIVE: Readonly<
  Record<string, { readonly of: ProtectedKind; readonly argument: string; readonly ofRole?: true }>
> = {
  google_bigquery_dataset_iam_binding: { of: "dataset", argument: "dataset_id" },
  google_bigquery_dataset_iam_policy: { of: "dataset", argument: "dataset_id" },
  google_bigquery_table_iam_binding: { of: "dataset", argument: "dataset_id" },
  google_bigquery_table_iam_policy: { of: "dataset", argument: "dataset_id" },
  google_folder_iam_binding: { of: "folder", argument: "folder", ofRole: true },
  google_folder_iam_policy: { of: "folder", argument: "folder" },
  google_organization_iam_binding: { of: "organization", argument: "org_id", ofRole: true },
  google_organization_iam_policy: { of: "organization", argument: "org_id" },
  google_project_iam_binding: { of: "project", argument: "project", ofRole: true },
  google_project_iam_policy: { of: "project", argument: "project" },
  google_service_account_iam_binding: { of: "service account", argument: "service_account_id", ofRole: true },
  google_service_account_iam_policy: { of: "service account", argument: "service_account_id" },
};

interface Guard {
  readonly construct: Construct;
  readonly of: ProtectedKind;
  readonly target: Target;
}

/** Something that members are given roles on. */
export interface Target {
  /** What it is called: a literal, a token, or both where Terraform makes one of the other. */
  readonly names: readonly string[];
  /**
   * ID of the project that it is in.
   *
   * @default - it is in none
   */
  readonly projectId?: string;
  /**
   * The role that the platform is given there.
   *
   * @default - none
   */
  readonly role?: string;
}

const GUARDS = new StackValidation<Guard>(problemsOf);

/**
 * Has the stack refused when it is complete, should something in it replace who may use what this construct needs: the
 * export's own service account would lose its place and the export would stop, or the platform would be shut out.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_dataset_iam
 */
export function forbidAuthoritativeIam(construct: Construct, of: ProtectedKind, target: Target): void {
  GUARDS.add({ construct, of, target });
}

function problemsOf(stack: TerraformStack, guards: readonly Guard[]): string[] {
  const replacing = stack.node
    .findAll()
    .filter((node): node is TerraformResource => TerraformResource.isTerraformResource(node))
    .filter(({ terraformResourceType }) => Object.hasOwn(AUTHORITATIVE, terraformResourceType));
  return replacing.flatMap((resource) => {
    const hit = guards.find((one) => isAbout(resource, one));
    return hit === undefined ? [] : [problemOf(resource, hit)];
  });
}

function isAbout(resource: TerraformResource, { construct, of, target }: Guard): boolean {
  const { of: replaced, argument, ofRole } = AUTHORITATIVE[resource.terraformResourceType] ?? { argument: "" };
  if (replaced !== of) {
    return false;
  }
  if (ofRole && renderString(resource, argumentOf(resource, "role")) !== renderString(construct, target.role)) {
    return false;
  }
  const written = renderString(resource, argumentOf(resource, argument));
  const name = nameIn(written);
  const names = target.names.map((one) => nameIn(renderString(construct, one)));
  // Also where an expression makes something of it.
  if (!names.some((one) => one === name || (one.includes(".") && written.includes(`${one}.`)))) {
    return false;
  }
  // Two projects may each have a dataset of one name, which is told where both are known.
  const [, inPath] = /^projects\/([^/]+)\/datasets\//.exec(written) ?? [];
  const projects = [
    inPath ?? renderString(resource, argumentOf(resource, "project")),
    renderString(construct, target.projectId),
  ].filter((project) => project !== "" && !project.includes("${"));
  return new Set(projects).size < 2;
}

function problemOf({ node, terraformResourceType: type }: TerraformResource, { construct, of }: Guard): string {
  return (
    `${node.path} (${type}) must not be about the ${of} that ${construct.node.path} needs: it takes away ` +
    `what others were given there; use ${type.replace(/_(binding|policy)$/, "_member")}, which adds`
  );
}

/** The name at the end of a path (`folders/123` is `123`), or the resource that an expression there takes it from. */
function nameIn(text: string): string {
  const last = text.split("/").at(-1) ?? "";
  const [, address] = /^\$\{((?:data\.)?[a-z0-9_]+\.[A-Za-z0-9_-]+)\.\w+\}$/.exec(last) ?? [];
  return address ?? last;
}
