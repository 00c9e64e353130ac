/** Tests that have npm install the package, see CONTRIBUTING.md. */
/** @type {import("jest").Config} */
module.exports = {
  ...require("./jest.config.js"),
  testMatch: ["<rootDir>/test/install/**/*.test.ts"],
  testPathIgnorePatterns: [],
  // The bindings are large, and may have to be downloaded.
  testTimeout: 300_000,
};
