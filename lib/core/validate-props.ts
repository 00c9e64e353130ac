import { Tokenization } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { type ConstructSite } from "./construct-site";
import { PART_MEMBERS } from "./passable-part";
import { type CrossCheck, type PropsSchema, type WithDefaultNames } from "./props-schema";
import { checkValue, isObject, unknownProperties } from "./rule-checks";
import { type AnyRule, type Kind, object } from "./rules";
import { show } from "./show";
import { claimUniqueNames } from "./unique-names";

type Values = Readonly<Record<string, unknown>>;

/** Record of validated props. */
export interface PropsValidation {
  readonly site: ConstructSite;
  readonly rules: Readonly<Record<string, AnyRule>>;
  /** Cross-checks that were carried out. */
  readonly checked: readonly CrossCheck<never>[];
  readonly values: Values;
}

// By the props that `validateProps` returned, and by the integration that has them.
const VALIDATIONS = new WeakMap<object, PropsValidation>();

/**
 * Validates the props of a construct before it enters the tree, and claims its unique names. Each property is read once. What
 * the integration around the construct validated is not validated again, except for objects such as parts, which can change.
 *
 * @param schema of the props, or a function that returns it, given the properties as they were read
 * @returns a copy of the props, with default names for those that are missing
 * @throws InputError with the problems of all properties and combinations
 */
export function validateProps<Props extends object, Named extends keyof Props>(
  site: ConstructSite,
  schema: PropsSchema<Props, Named> | ((props: Values) => PropsSchema<Props, Named>),
  props: Props = {} as Props,
): WithDefaultNames<Props, Named> {
  if (!isObject(props)) {
    throw site.error([`the props must be an object, got: ${show(props)}`]);
  }
  const around = site.scopes.map((scope) => VALIDATIONS.get(scope)).findLast((one) => one?.site.stack === site.stack);
  const schemaFor = typeof schema === "function" ? schema : (): PropsSchema<Props, Named> => schema;
  const unchanged = new Set<string>();
  const values: Record<string, unknown> = {};
  for (const [name, { kind }] of Object.entries<AnyRule>(schemaFor({}).rules)) {
    // Read once, also if it is the getter of a class, which is not a key of its instances.
    const value: unknown = props[name as keyof Props];
    if (kind === around?.rules[name]?.kind && value === around.values[name] && !canChange(value)) {
      unchanged.add(name);
    }
    if (value !== undefined) {
      values[name] = copyOf(kind, value);
    }
  }
  const { rules, defaultNames, crossChecks = [], uniqueNames, setLater = [] } = schemaFor(values);
  const derived = new Set<string>();
  for (const name in defaultNames) {
    if (values[name] === undefined) {
      derived.add(name);
      values[name] = defaultNames[name](site, values as Partial<Props>);
    }
  }
  const problems = unknownProperties(rules, Object.keys(props));
  const invalid = new Set<string>();
  // A loop, because most properties are missing most of the time.
  for (const name in rules) {
    const rule = rules[name];
    const value = values[name];
    if (value === undefined ? rule.required : derived.has(name) || !unchanged.has(name)) {
      const advice = derived.has(name) ? `; this default is derived from the construct's path, so set '${name}'` : "";
      for (const problem of checkValue(name, rule, value)) {
        invalid.add(name);
        problems.push(`${problem}${advice}`);
      }
    }
  }
  const checked = crossChecks.filter(({ reads }) =>
    reads.every((name) => !invalid.has(name) && !(setLater.includes(name) && values[name] === undefined)),
  );
  for (const check of checked) {
    const { reads } = check;
    if (!around?.checked.includes(check) || !reads.every((name) => unchanged.has(name))) {
      problems.push(...check.problems(Object.fromEntries(reads.map((name) => [name, values[name]])) as Props, site));
    }
  }
  if (problems.length > 0) {
    throw site.error(problems);
  }
  const validProps = values as WithDefaultNames<Props, Named>;
  claimUniqueNames(site, () => uniqueNames?.(validProps) ?? []);
  VALIDATIONS.set(validProps, { site, rules, checked, values });
  return validProps;
}

// Copies of maps and lists. All other objects, resolvable ones too, can change.
const COPIES = new WeakSet<object>();
const canChange = (value: unknown): boolean => value === Object(value) && !COPIES.has(value as object);

/** A copy of a map or list, which the caller may change later; any other value as it is. */
function copyOf({ type }: Kind, value: unknown): unknown {
  const isMap = type === "map" && isObject(value) && !Tokenization.isResolvable(value);
  const copy = isMap ? { ...value } : type === "list" && Array.isArray(value) ? [...(value as unknown[])] : undefined;
  if (copy !== undefined) {
    COPIES.add(copy);
  }
  return copy ?? value;
}

/** Lets the parts of an integration use the validation of its props, whose maps and lists are frozen for that. */
export function shareValidation(integration: IConstruct, validProps: object): void {
  const validation = validationOf(validProps);
  for (const value of Object.values(validation.values).filter((one) => !canChange(one))) {
    Object.freeze(value);
  }
  VALIDATIONS.set(integration, validation);
}

const PART_RULE = object("be a part: a construct with permissions, manual steps and limitations", (value) => {
  const members = Object.keys(PART_MEMBERS);
  return Construct.isConstruct(value) && members.every((member) => Array.isArray(Reflect.get(value, member)));
});

/**
 * Validates what a `create…` method of an integration returned, by the rule of the property by which it could have been passed,
 * or else as any part.
 *
 * @returns the part
 * @throws InputError when the part breaks the rule
 */
export function validateCreated<Created>(integration: IConstruct, property: string, part: Created): Created {
  const { site, rules } = validationOf(integration);
  const method = `create${property.charAt(0).toUpperCase()}${property.slice(1)}`;
  const problems = checkValue(property, rules[property] ?? PART_RULE, part ?? null, (must, got, example) => {
    return `what '${method}' returns must ${must}, got: ${part === undefined ? "undefined" : got}${example}`;
  });
  if (problems.length > 0) {
    throw site.error(problems);
  }
  return part;
}

/** Record of props that `validateProps` returned. */
export function validationOf(validProps: object): PropsValidation {
  const known = VALIDATIONS.get(validProps);
  if (known === undefined) {
    throw new Error("these are not the props that 'validateProps' returned, but a copy or others");
  }
  return known;
}

/** Name of the construct with these props in errors, such as `AwsStorage at billing/storage`. */
export function describeConstruct(validProps: object): string {
  return validationOf(validProps).site.description;
}
