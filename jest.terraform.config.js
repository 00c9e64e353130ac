/** Tests that need terraform and the provider plugins, see CONTRIBUTING.md. */
/** @type {import("jest").Config} */
module.exports = {
  ...require("./jest.config.js"),
  testMatch: ["<rootDir>/test/terraform/**/*.test.ts"],
  testPathIgnorePatterns: [],
};
