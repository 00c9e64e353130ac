import { type TerraformDataSource, type TerraformProvider, type TerraformResource } from "cdktf";

/** An element with arguments: a resource, a data source or a provider. */
export type TerraformBlock = TerraformDataSource | TerraformProvider | TerraformResource;

/** Arguments by their names in Terraform. */
export type Arguments = Readonly<Record<string, unknown>>;

type Section = Readonly<Record<string, Readonly<Record<string, Arguments>>>>;

/** Arguments of an element as they are synthesized, overrides included. */
export function argumentsOf(element: TerraformBlock): Arguments {
  const { resource, data, provider } = element.toTerraform() as {
    readonly resource?: Section;
    readonly data?: Section;
    readonly provider?: Readonly<Record<string, readonly Arguments[]>>;
  };
  const type = element.terraformResourceType;
  return provider?.[type]?.[0] ?? Object.values((resource ?? data)?.[type] ?? {})[0] ?? {};
}
