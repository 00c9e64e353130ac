/** Tests that need terraform and the provider plugins, see CONTRIBUTING.md. */
/** @type {import("jest").Config} */
module.exports = {
  ...require("./jest.config.js"),
  globalSetup: "<rootDir>/test/support/temporary.ts",
  testMatch: ["<rootDir>/test/terraform/**/*.test.ts"],
  testPathIgnorePatterns: [],
};
