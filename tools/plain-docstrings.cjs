/** First words that make a docstring a clause instead of a noun phrase. "Whether" is allowed, for booleans. */
const OPENINGS = [
  "What",
  "Of",
  "Has",
  "Those",
  "Neither",
  "Who",
  "Whom",
  "Whose",
  "How",
  "Where",
  "When",
  "Why",
  "One that",
  "Which",
  "If",
  "It",
  "This",
  "That",
  "To",
  "As",
  "Everything",
  "Source",
];
const OPENING = new RegExp(`^\\*[\\s*]*(${OPENINGS.join("|")})\\b`);

/** Rule of eslint: a docstring opens with a noun phrase or a third-person verb. */
module.exports = {
  meta: {
    type: "suggestion",
    schema: [],
    messages: {
      opening:
        'A docstring opens with a noun phrase or a third-person verb, not with \'{{word}}\': "Name of the bucket.", "Creates the access key."; for a boolean, "Whether …". Readers look for the field\'s own noun.',
    },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const [, word] = (comment.type === "Block" && OPENING.exec(comment.value)) || [];
          if (word !== undefined) {
            context.report({ loc: comment.loc, messageId: "opening", data: { word } });
          }
        }
      },
    };
  },
};
