import { mkdirSync, readdirSync } from "node:fs";
import { Clone } from "./support/clone";

describe("a test run", () => {
  const clone = Clone.create("test", "jest.config.js");

  afterAll(() => {
    clone.remove();
  });

  it("leaves no temporary files behind", () => {
    const temporary = clone.path("temporary");
    mkdirSync(temporary);
    const jest = ["node_modules/.bin/jest", "--cacheDirectory", "cache", "test/core/construct-site.test.ts"];
    expect(clone.run("env", `TMPDIR=${temporary}`, ...jest)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("1 passed, 1 total") as string,
    });
    expect(readdirSync(temporary)).toEqual([]);
  });
});
