import { type TerraformResourceLifecycle, type TerraformStack, TerraformVariable, Token } from "cdktf";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { Construct } from "constructs";
import { type Condition, length, maxLength } from "../../lib/core/conditions";
import { ConstructSite } from "../../lib/core/construct-site";
import {
  entryPreconditions,
  stringPreconditions,
  tokenPreconditions,
  withPreconditions,
} from "../../lib/core/preconditions";
import { boolean, integer, optional, type Rules, string, stringMap } from "../../lib/core/rules";
import { validateProps } from "../../lib/core/validate-props";
import { awsStack } from "../support/aws";
import { resolved, Template } from "../support/template";

const RULES = {
  name: string([
    { must: "be letters and dots", characters: "a-z." },
    { must: "begin with a letter", pattern: "^[a-z]" },
    { must: "not have two dots in a row", notPattern: "[.][.]" },
    { must: "be 3-63 characters long", minLength: 3, maxLength: 63 },
    { must: "be at most 64 characters long", maxLength: 64 },
  ]),
  keep: boolean(),
};

/** Synthesized lifecycle of the main resource of a construct with these props. */
function lifecycle<Props extends object>(
  stack: TerraformStack,
  rules: Rules<Props>,
  props: Props,
  more?: TerraformResourceLifecycle,
): unknown {
  const validProps = validateProps(new ConstructSite(stack, "thing", "Thing"), { rules }, props);
  const construct = new Construct(stack, "thing");
  new S3Bucket(construct, "Resource", { lifecycle: withPreconditions(validProps, more) });
  return Template.of(stack).resource("aws_s3_bucket").lifecycle;
}

const lifecycleOf = (name: (variable: string) => string, more?: TerraformResourceLifecycle): unknown => {
  const stack = awsStack();
  const variable = new TerraformVariable(stack, "name", { type: "string" }).stringValue;
  return lifecycle(stack, RULES, { name: name(variable), keep: true }, more);
};

describe("preconditions for unresolved tokens", () => {
  it("check each condition of the rule, with the sentence of the synthesis error", () => {
    expect(lifecycleOf((variable) => variable)).toEqual({
      precondition: [
        {
          condition: '${can(regex("^[a-z.]*$", var.name))}',
          error_message: "Thing at billing/thing: 'name' must be letters and dots.",
        },
        {
          condition: '${can(regex("^[a-z]", var.name))}',
          error_message: "Thing at billing/thing: 'name' must begin with a letter.",
        },
        {
          condition: '${!can(regex("[.][.]", var.name))}',
          error_message: "Thing at billing/thing: 'name' must not have two dots in a row.",
        },
        {
          condition: "${((length(var.name) >= 3) && (length(var.name) <= 63))}",
          error_message: "Thing at billing/thing: 'name' must be 3-63 characters long.",
        },
        {
          condition: "${(length(var.name) <= 64)}",
          error_message: "Thing at billing/thing: 'name' must be at most 64 characters long.",
        },
      ],
    });
  });

  it.each<[Condition, string]>([
    [length(2, 8), "((length(var.text) >= 2) && (length(var.text) <= 8))"],
    [length(0, 8), "(length(var.text) <= 8)"],
    [maxLength(8, "code points"), '(length(regexall("(?s).", var.text)) <= 8)'],
    // 256 bytes are 342 characters of Base64 without padding, 257 bytes are 343.
    [maxLength(256, "bytes"), '(length(trim(base64encode(var.text), "=")) <= 342)'],
    [maxLength(128, "UTF-16 code units"), '(length(trim(textencodebase64(var.text, "UTF-16LE"), "=")) <= 342)'],
  ])("count a length in its unit: %#", (condition, expression) => {
    const stack = awsStack();
    const { stringValue: text } = new TerraformVariable(stack, "text", { type: "string" });
    expect(lifecycle(stack, { text: string([condition]) }, { text })).toMatchObject({
      precondition: [{ condition: `\${${expression}}` }],
    });
  });

  it("check the whole string if it is partly a token", () => {
    expect(lifecycleOf((variable) => `acme.${variable}`)).toMatchObject({
      precondition: [{ condition: '${can(regex("^[a-z.]*$", join("", ["acme.", var.name])))}' }, {}, {}, {}, {}],
    });
  });

  it("check the allowed values of an enumerated string", () => {
    const stack = awsStack();
    const unit = new TerraformVariable(stack, "unit", { type: "string" }).stringValue;
    const rules = { unit: string([{ must: "be a or b", enum: ["a", "b"] }]) };
    expect(lifecycle(stack, rules, { unit })).toEqual({
      precondition: [
        {
          condition: '${contains(["a", "b"], var.unit)}',
          error_message: "Thing at billing/thing: 'unit' must be a or b.",
        },
      ],
    });
  });

  it("check the limits of a number", () => {
    const stack = awsStack();
    const days = new TerraformVariable(stack, "days", { type: "number" }).numberValue;
    expect(lifecycle(stack, { days: integer(1, 30) }, { days })).toEqual({
      precondition: [
        {
          condition: "${((var.days >= 1) && (var.days <= 30))}",
          error_message: "Thing at billing/thing: 'days' must be a whole number from 1 to 30.",
        },
      ],
    });
  });

  it("are omitted for a value known at synthesis", () => {
    expect(lifecycleOf(() => "acme")).toBeUndefined();
    expect(lifecycleOf(() => "acme", { preventDestroy: true })).toEqual({ prevent_destroy: true });
  });

  it("are added to the rest of the lifecycle", () => {
    const own = { condition: "${var.ready}", errorMessage: "It must be ready." };
    expect(lifecycleOf((variable) => variable, { preventDestroy: true, precondition: [own] })).toMatchObject({
      prevent_destroy: true,
      precondition: [{ condition: own.condition, error_message: own.errorMessage }, {}, {}, {}, {}, {}],
    });
  });

  it("require props that 'validateProps' returned", () => {
    expect(() => withPreconditions({ name: "acme" })).toThrow(
      "these are not the props that 'validateProps' returned, but a copy or others",
    );
  });
});

describe("preconditions of a construct without its own resource", () => {
  const preconditionsOf = (props: { readonly name: string; readonly keep: boolean }, stack = awsStack()): unknown => {
    const validProps = validateProps(new ConstructSite(stack, "thing", "Thing"), { rules: RULES }, props);
    return resolved(stack, tokenPreconditions(validProps));
  };

  it("are returned, to be added where the construct is used", () => {
    const stack = awsStack();
    const { stringValue: name } = new TerraformVariable(stack, "name", { type: "string" });
    expect(preconditionsOf({ name, keep: true }, stack)).toMatchObject([
      {
        condition: '${can(regex("^[a-z.]*$", var.name))}',
        errorMessage: "Thing at billing/thing: 'name' must be letters and dots.",
      },
      {},
      {},
      {},
      {},
    ]);
  });

  it("leave the values of a map that is a token to the service", () => {
    const stack = awsStack();
    const props = { tags: Token.asStringMap({ ref: "x" }) };
    const rules = { tags: stringMap(2, [], [{ must: "be digits", characters: "0-9" }], "{}") };
    const validProps = validateProps<typeof props, never>(new ConstructSite(stack, "thing", "Thing"), { rules }, props);
    expect(tokenPreconditions(validProps)).toEqual([]);
  });

  it("are empty if all values are known at synthesis", () => {
    expect(preconditionsOf({ name: "acme", keep: true })).toEqual([]);
  });
});

describe("preconditions for a string known only at plan or apply", () => {
  it("check the whole string, also if it is partly a token", () => {
    const stack = awsStack();
    const { stringValue } = new TerraformVariable(stack, "name", { type: "string" });
    const conditions = [{ must: "be short", maxLength: 3 }];
    expect(resolved(stack, stringPreconditions(`a.${stringValue}`, conditions, "'alice' of 'members'"))).toEqual([
      {
        condition: '${(length(join("", ["a.", var.name])) <= 3)}',
        errorMessage: "'alice' of 'members' must be short.",
      },
    ]);
  });
});

describe("expressions and messages of preconditions", () => {
  it("escape backslashes and quotation marks, of patterns and of the literal text beside a token", () => {
    const stack = awsStack();
    const { stringValue } = new TerraformVariable(stack, "name", { type: "string" });
    const conditions = [{ must: "not contain '${' or a line separator", notPattern: "[$][{]|\\p{Zl}" }];
    expect(resolved(stack, stringPreconditions(`a\\"${stringValue}`, conditions, "'name'"))).toEqual([
      {
        condition: '${!can(regex("[$][{]|\\\\p{Zl}", join("", ["a\\\\\\"", var.name])))}',
        // A template in the message would be evaluated.
        errorMessage: "'name' must not contain '$${' or a line separator.",
      },
    ]);
  });
});

describe("preconditions for an entry of a map", () => {
  const rules = { folders: stringMap(2, [], [{ must: "be digits", characters: "0-9" }], "{}") };
  const entry = (value: (variable: string) => string, key = "production"): unknown => {
    const stack = awsStack();
    const variable = new TerraformVariable(stack, "folder", { type: "string" }).stringValue;
    const site = new ConstructSite(stack, "thing", "Thing");
    const validProps = validateProps<{ folders: Record<string, string> }, never>(
      site,
      { rules },
      { folders: { production: value(variable) } },
    );
    return resolved(stack, entryPreconditions(validProps, "folders", key));
  };

  it("check each condition of the rule on the value, and name the key and the property", () => {
    expect(entry((variable) => variable)).toEqual([
      {
        condition: '${can(regex("^[0-9]*$", var.folder))}',
        errorMessage: "Thing at billing/thing: 'production' of 'folders' must be digits.",
      },
    ]);
  });

  it("are empty for a map that is not set", () => {
    const site = new ConstructSite(awsStack(), "thing", "Thing");
    const optionalRules = { folders: optional(rules.folders) };
    const validProps = validateProps<{ folders?: Record<string, string> }, never>(site, { rules: optionalRules });
    expect(entryPreconditions(validProps, "folders", "production")).toEqual([]);
  });

  it("are empty for a value known at synthesis, and for an entry that does not exist", () => {
    expect(entry(() => "123")).toEqual([]);
    expect(entry((variable) => variable, "other")).toEqual([]);
  });
});
