import { Linter, type Rule } from "eslint";
import { join } from "node:path";

const rule = jest.requireActual<Rule.RuleModule>(join(__dirname, "../tools/plain-docstrings.cjs"));

/** Messages about a piece of code. */
function messagesOf(code: string): string[] {
  const plugins = { finops: { rules: { "plain-docstrings": rule } } };
  const messages = new Linter().verify(code, [{ plugins, rules: { "finops/plain-docstrings": "error" } }]);
  return messages.map(({ message }) => message);
}

describe("the lint rule for docstrings", () => {
  it.each([
    ...["What", "Of", "Has", "Those", "Neither", "Who", "Whom", "Whose", "How", "Where", "When", "Why", "One that"],
    ...["Which", "If", "It", "This", "That", "To", "As", "Everything", "Source"],
  ])("refuses one that opens with '%s', in one line and in several", (word) => {
    expect(messagesOf(`/** ${word} it is. */`)).toEqual([expect.stringContaining(`not with '${word}'`)]);
    expect(messagesOf(`/**\n * ${word} it is,\n * in two lines.\n */`)).toHaveLength(1);
  });

  it.each([
    ["a noun phrase", "/** Name of the bucket. */"],
    ["a verb", "/** Creates the access key. */"],
    ["'Whether'", "/** Whether Terraform creates the key. */"],
    ["a word that only begins alike", "/** Official name, Hashed key, Offset. */"],
    ["the word further back", "/** Name of what is exported. */"],
    ["a tag", "/** @param name what it is called */"],
  ])("accepts one that opens with %s", (_, code) => {
    expect(messagesOf(code)).toEqual([]);
  });

  it("leaves other comments alone", () => {
    expect(messagesOf("// What follows is generated.\n/* Of no docstring. */")).toEqual([]);
  });
});
