import { Token } from "cdktf";
import { show } from "../../lib/core/show";

describe("errors", () => {
  it.each([
    ["a string in quotes", "acme", '"acme"'],
    ["quotes and control characters escaped", 'a"b\n\u001b[31m', '"a\\"b\\n\\u001b[31m"'],
    ["invisible characters made visible", "ac\u200bme\u202e", '"ac\\u{200b}me\\u{202e}"'],
    ["a no-break space made visible", "a\u00a0b", '"a\\u{a0}b"'],
    [
      "direction marks, fillers and unusual spaces made visible",
      "a\u061cb\u3164c\u3000d\ufeffe",
      '"a\\u{61c}b\\u{3164}c\\u{3000}d\\u{feff}e"',
    ],
    ["letters of any script unchanged", "büdget", '"büdget"'],
    ["a long string cut, with its length", "x".repeat(5000), `"${"x".repeat(80)}"… (5000 characters)`],
    ["an object without its content, which may be secret", { password: "hunter2" }, "an object"],
    ["a list by its length only", ["hunter2"], "a list of 1"],
    ["a token by its kind only", Token.asString({ ref: "x" }), "a token"],
    ["a list that is a token by its kind only", Token.asList({ ref: "x" }), "a token"],
    ["text beside a token by its kind only", `acme-${Token.asString({ ref: "x" })}`, "a token"],
    ["a function by its kind only", () => "hunter2", "a function"],
    [
      "a private key by its length only",
      "-----BEGIN RSA PRIVATE KEY-----\nMIIE",
      "a private key of 36 characters, which are not shown",
    ],
    [
      "a private key without its first line by its length only",
      `MIIEvQIBADANBgkqhkiG9w0B\n${"A1b/".repeat(30)}`,
      "a private key of 145 characters, which are not shown",
    ],
    ...[
      "DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=aaaa",
      "BlobEndpoint=https://acme.blob.core.windows.net/;SharedAccessSignature=sv=2018",
      "?sv=2018-11-09&sr=c&sig=abc",
      `eyJ${"a".repeat(40)}`,
      `abc8Q~${"a".repeat(34)}`,
      `${"A1b/".repeat(21)}ab==`,
      // With the characters that copy and paste may add.
      `${"A1b/".repeat(21)}ab==\n`,
      ` abc8Q~${"a".repeat(34)}`,
      `ARM_CLIENT_SECRET=abc8Q~${"a".repeat(34)}`,
      "sig=abc&se=2027-01-01",
      `Bearer eyJ${"a".repeat(40)}`,
      "ya29.a0Af_byC",
      `ghp_${"a".repeat(36)}`,
      "https://deployer:hunter2@platform.example/acme",
    ].map((secret): [string, string, string] => [
      "a string that looks like a secret by its length only",
      secret,
      `${secret.length} characters that look like a secret, which are not shown`,
    ]),
    ...["https://platform.example:8443/a@b", "system:serviceaccount:a:b", "design=sig", "by-eyJection"].map(
      (text): [string, string, string] => ["a string that does not look like a secret", text, JSON.stringify(text)],
    ),
    ["a number", 42, "42"],
    ["null", null, "null"],
    ["undefined", undefined, "undefined"],
  ])("show %s", (_, value, text) => {
    expect(show(value)).toBe(text);
  });
});
