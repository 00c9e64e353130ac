import { type Peer, requirePeers } from "../../lib/core/peer";
import { refusal } from "../support/template";

const notFound = (message: string): Error => Object.assign(new Error(message), { code: "MODULE_NOT_FOUND" });

const requiring = (isNewEnough: Peer["isNewEnough"]) => (): void => {
  requirePeers("cdktf-finops/acme", { name: "@cdktf/provider-acme", version: "3", isNewEnough });
};

const failing = (error: unknown): (() => void) =>
  requiring(() => {
    throw error;
  });

describe("the check of an entry's bindings", () => {
  it("accepts bindings that are installed", () => {
    expect(requiring(() => true)).not.toThrow();
  });

  it("names missing bindings, with the install command", () => {
    const error = notFound("Cannot find module '@cdktf/provider-acme/lib/thing'\nRequire stack:\n- /a/b.js");
    expect(refusal(failing(error))).toBe(
      "cdktf-finops/acme needs @cdktf/provider-acme, which is not installed: npm install @cdktf/provider-acme@3",
    );
  });

  it("names bindings that are too old", () => {
    expect(refusal(requiring(() => false))).toBe(
      "cdktf-finops/acme needs @cdktf/provider-acme, and the one installed is too old: npm install @cdktf/provider-acme@3",
    );
  });

  it("names all bindings that are missing or too old, and no others", () => {
    const missing = (): boolean => {
      throw notFound("Cannot find module '@cdktf/provider-acme/lib/thing'");
    };
    const peers: [string, Peer["isNewEnough"]][] = [
      ["@cdktf/provider-acme", missing],
      ["@cdktf/provider-fine", () => true],
      ["@cdktf/provider-names", () => false],
    ];
    expect(
      refusal(() => {
        requirePeers("cdktf-finops/acme", ...peers.map(([name, isNewEnough]) => ({ name, version: "3", isNewEnough })));
      }),
    ).toBe(
      "cdktf-finops/acme needs @cdktf/provider-acme, which is not installed; @cdktf/provider-names, and the one installed " +
        "is too old: npm install @cdktf/provider-acme@3 @cdktf/provider-names@3",
    );
  });

  it.each([
    [
      "a dependency of the bindings is missing",
      notFound("Cannot find module 'cdktf'\nRequire stack:\n- /a/'@cdktf/provider-acme/lib/thing/index.js"),
    ],
    ["a file of the bindings is missing", notFound("Cannot find module './thing'")],
    ["a package of a similar name is missing", notFound("Cannot find module '@cdktf/provider-acme-beta/lib/thing'")],
    ["the bindings throw an error", new Error("'@cdktf/provider-acme/lib/thing' is broken")],
    ["the bindings throw undefined", undefined],
  ])("rethrows the error if %s", (_, error) => {
    let thrown: unknown = "nothing";
    try {
      failing(error)();
    } catch (caught) {
      thrown = caught;
    }
    expect(thrown).toBe(error);
  });
});
