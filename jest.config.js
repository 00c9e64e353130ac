/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: ["<rootDir>/test/terraform/"],
  transform: { "\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
  moduleNameMapper: {
    "^cdktf-finops$": "<rootDir>/lib/index.ts",
    "^cdktf-finops/(.*)$": "<rootDir>/lib/$1/index.ts",
  },
  // Copies of the repository in a user's own build folders must not be taken for its modules.
  // Some tests run whole programs, on machines of any speed: no test is about time.
  testTimeout: 120_000,
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/cdktf.out/"],
};
