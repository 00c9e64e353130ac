import { InputError } from "cdktf-finops";
import { ConstructSite } from "../../lib/core/construct-site";
import { type PropsSchema } from "../../lib/core/props-schema";
import { type AnyRule, type Rules } from "../../lib/core/rules";
import { validateProps } from "../../lib/core/validate-props";
import { emptyStack } from "./template";

const STACK = emptyStack();

/** Problems of props, a sentence each, as a construct with this schema reports them. */
export function propsProblems<Props extends object, Named extends keyof Props>(
  schema: PropsSchema<Props, Named>,
  props: unknown,
): string[] {
  try {
    validateProps(new ConstructSite(STACK, "thing", "Thing"), schema, props as Props);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) {
      throw error;
    }
    const [first = "", ...list] = error.message.split("\n  - ");
    return list.length > 0 ? list : [first.replace("Thing at billing/thing: ", "")];
  }
}

/** Problems of props by these rules. */
export function checkRules<Props extends object>(
  rules: Rules<Props> | Readonly<Record<string, AnyRule>>,
  props: unknown,
): string[] {
  return propsProblems({ rules: rules as Rules<Props> }, props);
}
