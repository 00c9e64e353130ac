/**
 * Statements of Oracle's policies, parsed by the grammar of its documentation, independently of the library's code. The
 * parser refuses everything that it does not know, and what no statement here needs: lists of subjects, resource types or
 * locations, and permissions in braces.
 *
 * https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/policy-syntax.htm
 * https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/subject.htm
 * https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/location.htm
 * https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/conditions.htm
 * https://docs.oracle.com/en-us/iaas/Content/Object/Concepts/accessingresourcesacrosstenancies.htm
 */
export type Statement = Definition | Grant;

/** Definition of an alias for a foreign tenancy or group. */
export interface Definition {
  readonly kind: "define";
  readonly of: "tenancy" | "group";
  readonly alias: string;
  readonly ocid: string;
}

/** Grant of a permission: by `allow` in this tenancy, by `endorse` in another one. */
export interface Grant {
  readonly kind: "allow" | "endorse";
  readonly subject: Subject;
  readonly verb: "inspect" | "read" | "use" | "manage";
  readonly resourceType: string;
  readonly location: Location;
  readonly condition?: Condition;
}

/** Grantee: a group by name, in the Default identity domain unless one is named; a group by OCID; or everyone. */
export type Subject =
  | { readonly type: "group"; readonly name: string; readonly domain?: string }
  | { readonly type: "group id"; readonly ocid: string }
  | { readonly type: "any-group" | "any-user" };

export type Location =
  | { readonly type: "tenancy" }
  | { readonly type: "other tenancy"; readonly alias: string }
  | { readonly type: "any-tenancy" }
  | { readonly type: "compartment"; readonly path: readonly string[] }
  | { readonly type: "compartment id"; readonly ocid: string };

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly variable: string; readonly operator: "=" | "!="; readonly value: string };

// An expression is always a single reference to an attribute.
const REFERENCE = String.raw`\$\{[a-z_]+(?:\.[A-Za-z0-9_-]+)+\}`;
const WORD = new RegExp(`^(?:[A-Za-z0-9._-]+|${REFERENCE})$`);
const QUOTED = new RegExp(`^'(?:[A-Za-z0-9 ._-]+|${REFERENCE})'$`);
const OCID = new RegExp(String.raw`^(?:ocid1\.[a-z]+\.oc[0-9]+\.[a-z0-9-]*\.[a-z0-9]+|${REFERENCE})$`);
const RESOURCE_TYPE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const VARIABLE = /^(?:request|target)(?:\.[A-Za-z0-9_-]+)+$/;
const VALUE = /^(?:'[^'$%{}]*'|\/[^/$%{}\s]+\/)$/;
const TOKENS = new RegExp(String.raw`\s+|${REFERENCE}|'[^']*'|!=|[={},]|\/[^/\s']+\/|\/|[A-Za-z0-9._:-]+`, "y");

const KINDS = ["define", "allow", "endorse"] as const;
const VERBS = ["inspect", "read", "use", "manage"] as const;

/** @throws Error when the parser does not know the statement */
export function parseStatement(text: string): Statement {
  const words = new Words(text);
  const kind = words.oneOf("begin with", KINDS);
  const statement = kind === "define" ? definition(words) : grant(kind, words);
  words.end();
  return statement;
}

function definition(words: Words): Definition {
  const of = words.oneOf("define", ["tenancy", "group"] as const);
  const alias = words.matching("an alias", WORD);
  words.keyword("as");
  const ocid = words.matching("an OCID", OCID);
  if (!ocid.startsWith(`ocid1.${of}.`) && !ocid.startsWith("${")) {
    throw words.error(`the OCID of a ${of}`, ocid);
  }
  return { kind: "define", of, alias, ocid };
}

function grant(kind: Grant["kind"], words: Words): Grant {
  const grantee = subject(words);
  words.keyword("to");
  const verb = words.oneOf("have a verb of", VERBS);
  const resourceType = words.matching("a resource type", RESOURCE_TYPE);
  words.keyword("in");
  const location = kind === "allow" ? ownLocation(words) : otherLocation(words);
  const clause = words.skipKeyword("where") ? { condition: condition(words) } : {};
  return { kind, subject: grantee, verb, resourceType, location, ...clause };
}

function subject(words: Words): Subject {
  const type = words.oneOf("have a subject of", ["group", "any-group", "any-user"] as const);
  if (type !== "group") {
    return { type };
  }
  // A group may have the name 'id', so the word is a keyword only if it is not followed by 'to'.
  if (words.peek(1)?.toLowerCase() !== "to" && words.skipKeyword("id")) {
    return { type: "group id", ocid: words.matching("an OCID of a group", OCID) };
  }
  if (!words.peek()?.startsWith("'")) {
    return { type, name: words.matching("the name of a group", WORD) };
  }
  const domain = unquoted(words.matching("a domain in quotes", QUOTED));
  words.keyword("/");
  return { type, name: unquoted(words.matching("a group in quotes", QUOTED)), domain };
}

/** Location of an `allow` statement: in this tenancy. */
function ownLocation(words: Words): Location {
  if (words.oneOf("be in", ["tenancy", "compartment"] as const) === "tenancy") {
    return { type: "tenancy" };
  }
  if (words.peek(1)?.toLowerCase() !== "where" && words.peek(1) !== undefined && words.skipKeyword("id")) {
    return { type: "compartment id", ocid: words.matching("an OCID of a compartment", OCID) };
  }
  const path = words.next().split(":");
  if (path.some((name) => !WORD.test(name))) {
    throw words.error("the name of a compartment", path.join(":"));
  }
  return { type: "compartment", path };
}

/** Location of an `endorse` statement: in another tenancy, by its alias, or in any. */
function otherLocation(words: Words): Location {
  return words.oneOf("be in", ["tenancy", "any-tenancy"] as const) === "tenancy"
    ? { type: "other tenancy", alias: words.matching("the alias of a tenancy", WORD) }
    : { type: "any-tenancy" };
}

function condition(words: Words): Condition {
  for (const join of ["all", "any"] as const) {
    if (words.skipKeyword(join)) {
      words.keyword("{");
      const conditions = [condition(words)];
      while (words.skipKeyword(",")) {
        conditions.push(condition(words));
      }
      words.keyword("}");
      return join === "all" ? { all: conditions } : { any: conditions };
    }
  }
  const variable = words.matching("a variable", VARIABLE);
  const operator = words.oneOf("compare by", ["=", "!="] as const);
  return { variable, operator, value: words.matching("a value", VALUE) };
}

function unquoted(text: string): string {
  return text.slice(1, -1);
}

/** Words of a statement, read one after the other. Additional spaces and the letter case of keywords have no meaning. */
class Words {
  private readonly words: readonly string[];
  private at = 0;

  constructor(private readonly text: string) {
    const words: string[] = [];
    TOKENS.lastIndex = 0;
    while (TOKENS.lastIndex < text.length) {
      const { lastIndex } = TOKENS;
      const [word] = TOKENS.exec(text) ?? [];
      if (word === undefined) {
        throw this.error("words of a statement", text.slice(lastIndex));
      }
      words.push(word);
    }
    this.words = words.filter((word) => word.trim() !== "");
  }

  /** Returns the word at this distance from the next one, without reading it. */
  peek(ahead = 0): string | undefined {
    return this.words[this.at + ahead];
  }

  next(): string {
    const word = this.words[this.at++];
    if (word === undefined) {
      throw this.error("more", "the end");
    }
    return word;
  }

  matching(what: string, pattern: RegExp): string {
    const word = this.next();
    if (!pattern.test(word)) {
      throw this.error(what, word);
    }
    return word;
  }

  oneOf<const Word extends string>(what: string, words: readonly Word[]): Word {
    const got = this.next();
    const found = words.find((word) => word === got.toLowerCase());
    if (found === undefined) {
      throw this.error(`to ${what} ${words.join(", ")}`, got);
    }
    return found;
  }

  keyword(word: string): void {
    this.oneOf("have", [word]);
  }

  /** Reads the keyword if it is the next word, and returns whether it was. */
  skipKeyword(word: string): boolean {
    const isNext = this.peek()?.toLowerCase() === word;
    this.at += isNext ? 1 : 0;
    return isNext;
  }

  end(): void {
    const more = this.peek();
    if (more !== undefined) {
      throw this.error("the end", more);
    }
  }

  error(expected: string, got: string): Error {
    return new Error(`cannot parse "${this.text}": expected ${expected}, got: ${got}`);
  }
}
