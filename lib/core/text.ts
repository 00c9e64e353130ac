import { DefaultTokenResolver, StringConcat, Tokenization } from "cdktf";
import { type IConstruct } from "constructs";

/** A string as Terraform reads it, tokens as expressions; empty where there is none. */
export function textOf(scope: IConstruct, value: unknown): string {
  const resolver = new DefaultTokenResolver(new StringConcat());
  const text: unknown = Tokenization.resolve(value, { scope, resolver, preparing: false });
  return typeof text === "string" ? text : "";
}
