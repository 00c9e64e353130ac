import { DefaultTokenResolver, StringConcat, Tokenization } from "cdktf";
import { type IConstruct } from "constructs";

/** A value as it is synthesized, tokens as expressions. */
export function resolved(scope: IConstruct, value: unknown): unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return Tokenization.resolve(value, { scope, resolver, preparing: false });
}

/** A string as Terraform reads it, tokens as expressions; empty where there is none. */
export function textOf(scope: IConstruct, value: unknown): string {
  const text = resolved(scope, value);
  return typeof text === "string" ? text : "";
}
