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
  /** Rules across properties. */
  readonly crossChecks?: readonly CrossCheck<Props>[];
  /** Names that no other construct may use, compared at synthesis. */
  readonly uniqueNames?: (props: WithDefaultNames<Props, Named>) => UniqueName[];
  /** Properties that `omitProps` removed, because the integration sets them on its part later. */
  readonly setLater?: readonly string[];
}

/** A rule across properties. It is checked if all of them are valid, and none is set later by the integration. */
export interface CrossCheck<Props extends object> {
  /** Properties that it reads. It gets no others. */
  readonly reads: readonly (keyof Props & string)[];
  /** Problems of properties that are valid by themselves, but not in this combination or at this site. */
  readonly problems: (props: Props, site: ConstructSite) => string[];
}

/** A rule across properties. Strings, numbers, maps and their values may be unresolved tokens: see `knownToDiffer`. */
export function crossCheck<Props extends object, Name extends keyof Props & string = never>(
  reads: readonly Name[],
  problems: (props: Pick<Props, Name>, site: ConstructSite) => string[],
): CrossCheck<Props> {
  return { reads, problems };
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
  /** Narrower scope, such as a tenancy: the same name in two of them is two names. */
  readonly among?: string;
  /** Whether names that differ in letter case only are the same name. */
  readonly ignoreCase?: boolean;
  /** Limit of the service per name, and how much of it this construct uses. Without one, the name can be used once. */
  readonly quota?: { readonly most: number; readonly takes: number };
  /** Advice that ends the error, in place of "choose another". */
  readonly advice?: string;
}

/* eslint-disable @typescript-eslint/no-explicit-any -- schemas of any props, to be combined */
interface AnyPropsSchema {
  readonly rules: Readonly<Record<string, AnyRule>>;
  readonly defaultNames?: Readonly<Record<string, (site: ConstructSite, props: any) => string | undefined>>;
  readonly crossChecks?: readonly CrossCheck<any>[];
  readonly setLater?: readonly string[];
}
/* eslint-enable @typescript-eslint/no-explicit-any */

/** The same schema without the properties that an integration sets on its part. */
export function omitProps<Props extends object, Named extends keyof Props, Omitted extends Exclude<keyof Props, Named>>(
  schema: PropsSchema<Props, Named>,
  ...setLater: readonly (Omitted & string)[]
): PropsSchema<Omit<Props, Omitted>, Named & keyof Omit<Props, Omitted>> {
  const rules = Object.entries(schema.rules).filter(([name]) => !setLater.includes(name as Omitted & string));
  return { ...schema, rules: Object.fromEntries(rules), setLater } as unknown as ReturnType<
    typeof omitProps<Props, Named, Omitted>
  >;
}

/** Schema of a part within an integration. */
export interface SchemaSection<Props extends object> {
  readonly schema: AnyPropsSchema;
  /** Properties of the integration that pass this part, or another part that includes it. */
  readonly replacedBy?: readonly (keyof Props & string)[];
}

/**
 * Schema of an integration, whose props are its own and those of its parts side by side. It depends on the parts that are
 * passed: the properties of a passed part must be omitted, unless another part takes them too. Each part claims its unique
 * names itself.
 */
export function integrationSchema<Props extends object, Named extends keyof Props>(
  own: AnyPropsSchema & Pick<PropsSchema<Props, Named>, "uniqueNames">,
  ...parts: readonly SchemaSection<Props>[]
): (props: Readonly<Record<string, unknown>>) => PropsSchema<Props, Named> {
  const combine = (passedBy: readonly (string | undefined)[]): PropsSchema<Props, Named> => {
    const rules: Record<string, AnyRule> = {};
    const created: AnyPropsSchema[] = [own];
    for (const [index, { schema }] of parts.entries()) {
      const by = passedBy[index];
      if (by === undefined) {
        created.push(schema);
        continue;
      }
      const rule = omitted(`be left out when '${by}' is passed (set it on that construct, if supported)`);
      for (const [name, { sensitive }] of Object.entries(schema.rules)) {
        // A secret passed in the wrong place is still a secret.
        rules[name] = { ...rule, sensitive };
      }
    }
    return {
      // Those of the created parts take precedence.
      rules: Object.assign(rules, ...created.map((schema) => schema.rules)) as Rules<Props>,
      defaultNames: Object.assign({}, ...created.map(({ defaultNames }) => defaultNames)) as PropsSchema<
        Props,
        Named
      >["defaultNames"],
      // Parts may share a check.
      crossChecks: [...new Set(created.flatMap(({ crossChecks = [] }) => crossChecks))],
      setLater: created.flatMap(({ setLater = [] }) => setLater),
      uniqueNames: own.uniqueNames,
    };
  };
  const known = new Map<string, PropsSchema<Props, Named>>();
  return (props) => {
    const passedBy = parts.map(({ replacedBy = [] }) => replacedBy.find((property) => props[property] !== undefined));
    const schema = known.get(passedBy.join()) ?? combine(passedBy);
    known.set(passedBy.join(), schema);
    return schema;
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
