import { type IConstruct } from "constructs";
import { type ConstructSite } from "./construct-site";
import { type PropsSchema, type WithDefaultNames } from "./props-schema";
import { checkRules } from "./rule-checks";
import { type AnyRule } from "./rules";
import { escapeInvisible } from "./show";
import { claimUniqueNames } from "./unique-names";

// Keyed by the props that `validateProps` returned.
const VALIDATIONS = new WeakMap<object, PropsValidation>();

/** Record of validated props. */
export interface PropsValidation {
  /** Public name of the construct's class. */
  readonly type: string;
  readonly rules: Readonly<Record<string, AnyRule>>;
}

/**
 * Validates the props of a construct before it enters the tree, and claims its unique names.
 *
 * @returns the props, with default names for those that are missing
 * @throws InputError when a property breaks its rule; if none does, when a cross-check fails; if none does, when a name is
 *   taken
 */
export function validateProps<Props extends object, Named extends keyof Props>(
  site: ConstructSite,
  schema: PropsSchema<Props, Named>,
  props: Props,
): WithDefaultNames<Props, Named> {
  const defaults = missingDefaultNames(site, schema, props);
  const problems = checkRules(schema.rules, props, defaults);
  if (problems.length > 0) {
    throw site.error(problems);
  }
  // Copied by the names of the rules: the props may be an instance of a class, whose getters are not its own keys.
  const validProps = { ...defaults } as WithDefaultNames<Props, Named>;
  for (const name of Object.keys(schema.rules) as (keyof Props)[]) {
    const value = props[name];
    if (value !== undefined) {
      validProps[name] = value as WithDefaultNames<Props, Named>[keyof Props];
    }
  }
  const together = schema.crossChecks?.(validProps, site) ?? [];
  if (together.length > 0) {
    throw site.error(together);
  }
  claimUniqueNames(site, schema.uniqueNames?.(validProps) ?? []);
  VALIDATIONS.set(validProps, { type: site.type, rules: schema.rules });
  return validProps;
}

function missingDefaultNames<Props extends object, Named extends keyof Props>(
  site: ConstructSite,
  { defaultNames }: PropsSchema<Props, Named>,
  props: Partial<Props> | null | undefined,
): Partial<Props> {
  const missing: Partial<Record<keyof Props, string>> = {};
  for (const name in defaultNames) {
    if (props?.[name] === undefined) {
      missing[name] = defaultNames[name](site, props ?? {});
    }
  }
  return missing as Partial<Props>;
}

/** Record of props that `validateProps` returned. */
export function validationOf(validProps: object): PropsValidation {
  const known = VALIDATIONS.get(validProps);
  if (known === undefined) {
    throw new Error("these are not the props that 'validateProps' returned, but a copy or others");
  }
  return known;
}

/** Name of a construct in errors, such as `AwsStorage at billing/storage`. */
export function describeConstruct(construct: IConstruct, validProps: object): string {
  return `${validationOf(validProps).type} at ${escapeInvisible(construct.node.path)}`;
}
