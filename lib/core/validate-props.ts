import { Tokenization } from "cdktf";
import { type IConstruct } from "constructs";
import { type ConstructSite } from "./construct-site";
import { InputError } from "./errors";
import { type CrossCheck, type PropsSchema, type WithDefaultNames } from "./props-schema";
import { checkValue, isObject, unknownProperties } from "./rule-checks";
import { type AnyRule } from "./rules";
import { show } from "./show";
import { claimUniqueNames } from "./unique-names";

type Values = Readonly<Record<string, unknown>>;

/** Record of validated props. */
export interface PropsValidation {
  readonly site: ConstructSite;
  readonly rules: Readonly<Record<string, AnyRule>>;
  /** Cross-checks that were carried out. */
  readonly checked: readonly CrossCheck<never>[];
  /** The props, and the parts that an integration created since, by property. */
  readonly values: Record<string, unknown>;
}

// By the props that `validateProps` returned, and by the integration that has them.
const VALIDATIONS = new WeakMap<object, PropsValidation>();

/**
 * Validates the props of a construct before it enters the tree, and claims its unique names. Each property is read once. What
 * the integration around the construct validated is not validated again.
 *
 * @param schema of the props, or a function that returns it, given the properties as they were read
 * @returns a copy of the props, with default names for those that are missing
 * @throws InputError with the problems of all properties and combinations
 */
export function validateProps<Props extends object, Named extends keyof Props>(
  site: ConstructSite,
  schema: PropsSchema<Props, Named> | ((props: Values) => PropsSchema<Props, Named>),
  props: Props,
): WithDefaultNames<Props, Named> {
  if (!isObject(props)) {
    throw site.error([`the props must be an object, got: ${show(props)}`]);
  }
  const around = site.scopes.map((scope) => VALIDATIONS.get(scope)).findLast((one) => one?.site.stack === site.stack);
  const schemaFor = typeof schema === "function" ? schema : (): PropsSchema<Props, Named> => schema;
  const values = readOnce(schemaFor({}).rules, props, around?.values);
  const { rules, defaultNames, crossChecks = [], uniqueNames, omitted = [] } = schemaFor(values);
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
    const isValidated = value === around?.values[name] && rule.kind === around?.rules[name]?.kind;
    if (value === undefined ? rule.required : !isValidated) {
      const advice = derived.has(name) ? `; this default is derived from the construct's path, so set '${name}'` : "";
      for (const problem of checkValue(name, rule, value)) {
        invalid.add(name);
        problems.push(`${problem}${advice}`);
      }
    }
  }
  const checked = crossChecks.filter(({ reads }) =>
    reads.every((name) => !invalid.has(name) && !(omitted.includes(name) && values[name] === undefined)),
  );
  for (const check of checked) {
    const { reads } = check;
    if (!around?.checked.includes(check) || reads.some((name) => values[name] !== around.values[name])) {
      problems.push(...check.problems(Object.fromEntries(reads.map((name) => [name, values[name]])) as Props, site));
    }
  }
  if (problems.length > 0) {
    throw site.error(problems);
  }
  const validProps = values as WithDefaultNames<Props, Named>;
  if (uniqueNames !== undefined) {
    claimUniqueNames(site, () => uniqueNames(validProps));
  }
  VALIDATIONS.set(validProps, { site, rules, checked, values: { ...values } });
  return validProps;
}

/**
 * Reads each property that has a rule once, and copies maps and lists: neither a getter nor a later change alters what was
 * validated. What the integration around the construct read is kept as it is.
 */
function readOnce(rules: PropsValidation["rules"], props: Values, known: Values = {}): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name in rules) {
    const value = props[name];
    const kind = value === undefined || value === known[name] ? undefined : rules[name]?.kind.type;
    if (kind === "map" && isObject(value) && !Tokenization.isResolvable(value)) {
      values[name] = Object.freeze({ ...value });
    } else if (kind === "list" && Array.isArray(value)) {
      values[name] = Object.freeze([...(value as readonly unknown[])]);
    } else if (value !== undefined) {
      values[name] = value;
    }
  }
  return values;
}

/** Lets the parts of an integration use the validation of its props. */
export function shareValidation(integration: IConstruct, validProps: object): void {
  VALIDATIONS.set(integration, validationOf(validProps));
}

/**
 * Validates a part that an integration created, by the rule of the property by which it could have been passed.
 *
 * @returns the part
 * @throws InputError when the part breaks its rule
 */
export function validateCreated<Part>(integration: IConstruct, property: string, part: Part): Part {
  const { site, rules, values } = validationOf(integration);
  const rule = rules[property];
  if (rule === undefined) {
    throw new Error(`${site.description} has no rule for '${property}'`);
  }
  const problems = checkValue(property, { ...rule, required: true }, part);
  if (problems.length > 0) {
    throw new InputError(site.description, problems);
  }
  values[property] = part;
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
