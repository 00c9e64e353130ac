import { type ConstructSite } from "./construct-site";
import { type AnyRule, omitted, type Rules } from "./rules";

/** Allowed props of a construct: a rule for each property, and checks beyond a single property. */
export interface PropsSchema<Props extends object, Named extends keyof Props = never> {
  readonly rules: Rules<Props>;
  /**
   * Properties that are names, with the default derived from the construct's path. `undefined` if the other props leave no
   * default; a cross-check then reports the missing name.
   */
  readonly defaultNames?: Readonly<Record<Named, (site: ConstructSite, props: Partial<Props>) => string | undefined>>;
  /**
   * Problems of properties that are valid by themselves, but not in this combination or at this site. Strings and numbers may
   * be tokens. Properties that `omitProps` removed are `undefined`: the integration sets them on its part later.
   */
  readonly crossChecks?: (props: Partial<Props>, site: ConstructSite) => string[];
  /** Names that no other construct may use. Properties that `omitProps` removed are `undefined` here, too. */
  readonly uniqueNames?: (props: WithDefaultNames<Props, Named>) => UniqueName[];
}

/** Props in which each property that is a name has a value. */
export type WithDefaultNames<Props, Named extends keyof Props> = Props & Required<Pick<Props, Named>>;

/** A name that only one construct may use, such as an S3 bucket's, or a quota that several constructs share. */
export interface UniqueName {
  /** Property that holds the name. */
  readonly property: string;
  /** Kind of the named resource, such as "S3 bucket": names of different kinds do not clash. */
  readonly kind: string;
  /** The name. An unresolved token cannot be compared and never clashes. */
  readonly name: string;
  /** Scope in which it must be unique. */
  readonly within: "program" | "stack";
  /**
   * Narrower scope, such as a tenancy: the same name in two of them is two names.
   *
   * @default - none
   */
  readonly among?: string;
  /**
   * Whether names that differ in letter case only are the same name.
   *
   * @default false
   */
  readonly ignoreCase?: boolean;
  /**
   * Limit of the service per name, and how much of it this construct uses.
   *
   * @default - the name can be used once
   */
  readonly quota?: { readonly most: number; readonly takes: number };
  /**
   * Advice that ends the error.
   *
   * @default "choose another"
   */
  readonly advice?: string;
}

/* eslint-disable @typescript-eslint/no-explicit-any -- schemas of any props, to be combined */
interface AnyPropsSchema {
  readonly rules: Readonly<Record<string, AnyRule>>;
  readonly defaultNames?: Readonly<Record<string, (site: ConstructSite, props: any) => string | undefined>>;
  readonly crossChecks?: (props: any, site: ConstructSite) => string[];
  readonly uniqueNames?: (props: any) => UniqueName[];
}
/* eslint-enable @typescript-eslint/no-explicit-any */

/** Schema of a construct whose props are those of its parts side by side. */
export function combine<Props extends object, Named extends keyof Props>(
  ...schemas: readonly AnyPropsSchema[]
): PropsSchema<Props, Named> {
  return {
    rules: Object.assign({}, ...schemas.map((schema) => schema.rules)) as Rules<Props>,
    defaultNames: Object.assign({}, ...schemas.map((schema) => schema.defaultNames)) as PropsSchema<
      Props,
      Named
    >["defaultNames"],
    // Parts that share a property may report the same problem.
    crossChecks: (props, site) => [...new Set(schemas.flatMap((schema) => schema.crossChecks?.(props, site) ?? []))],
    uniqueNames: (props) => schemas.flatMap((schema) => schema.uniqueNames?.(props) ?? []),
  };
}

/** The same schema without the properties that an integration sets on its part. */
export function omitProps<Props extends object, Named extends keyof Props, Omitted extends Exclude<keyof Props, Named>>(
  schema: PropsSchema<Props, Named>,
  ...omitted: readonly Omitted[]
): PropsSchema<Omit<Props, Omitted>, Named & keyof Omit<Props, Omitted>> {
  const rules = Object.entries(schema.rules).filter(([name]) => !omitted.includes(name as Omitted));
  return { ...schema, rules: Object.fromEntries(rules) } as unknown as ReturnType<
    typeof omitProps<Props, Named, Omitted>
  >;
}

/** Schema of a part within an integration. */
export interface SchemaSection<Props extends object> {
  readonly schema: AnyPropsSchema;
  /**
   * Properties of the integration that pass this part, or another part that includes it.
   *
   * @default - the integration always creates the part
   */
  readonly replacedBy?: readonly (keyof Props & string)[];
}

/**
 * Schema of an integration, depending on the parts that are passed: the properties of a passed part must be omitted, unless
 * another part takes them too.
 */
export function integrationSchema<Props extends object, Named extends keyof Props>(
  ...parts: readonly SchemaSection<Props>[]
): (props: unknown) => PropsSchema<Props, Named> {
  const schemas = new Map<string, PropsSchema<Props, Named>>();
  return (props) => {
    const given = Object(props) as Readonly<Record<string, unknown>>;
    const replaced = parts.map(({ schema, replacedBy = [] }) => ({
      schema,
      by: replacedBy.find((property) => given[property] !== undefined),
    }));
    const key = replaced.map(({ by }) => by ?? "").join();
    const schema =
      schemas.get(key) ??
      // Created parts come last, so that their rules take precedence.
      combine<Props, Named>(
        ...replaced.flatMap(({ schema, by }) => (by === undefined ? [] : [mustBeOmitted(schema, by)])),
        ...withoutConflicts(replaced.flatMap(({ schema, by }) => (by === undefined ? [schema] : []))),
      );
    schemas.set(key, schema);
    return schema;
  };
}

/** Refuses, as a fault of the library, a property that two parts define differently: each would get the value. */
function withoutConflicts(schemas: readonly AnyPropsSchema[]): readonly AnyPropsSchema[] {
  const known: Record<string, AnyRule> = {};
  for (const [name, rule] of schemas.flatMap(({ rules }) => Object.entries(rules))) {
    if (known[name] !== undefined && known[name] !== rule) {
      throw new Error(`two parts of an integration define '${name}' by different rules; name it after its part`);
    }
    known[name] = rule;
  }
  return schemas;
}

function mustBeOmitted({ rules }: AnyPropsSchema, property: string): AnyPropsSchema {
  const rule = omitted(`be left out when '${property}' is passed (set it on that construct, if supported)`);
  // A secret passed in the wrong place is still a secret.
  return {
    rules: Object.fromEntries(Object.entries(rules).map(([name, { sensitive }]) => [name, { ...rule, sensitive }])),
  };
}

/** Props of one part out of those of the integration, whose schema ensures that none is missing. */
export function pick<Props extends object, Named extends keyof Props>(
  schema: PropsSchema<Props, Named>,
  props: Partial<Props>,
): WithDefaultNames<Props, Named> {
  const own: Partial<Props> = {};
  for (const name in schema.rules) {
    if (props[name] !== undefined) {
      own[name] = props[name];
    }
  }
  return own as WithDefaultNames<Props, Named>;
}
