/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  globalSetup: "<rootDir>/test/support/temporary.ts",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: ["<rootDir>/test/install/", "<rootDir>/test/terraform/"],
  transform: { "\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
  moduleNameMapper: {
    "^cdktf-finops$": "<rootDir>/lib/index.ts",
    "^cdktf-finops/(.*)$": "<rootDir>/lib/$1/index.ts",
  },
  // Some tests run whole programs, on machines of any speed: no test is about time.
  testTimeout: 120_000,
  // What a build or a synth leaves behind must not be taken for modules.
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/cdktf.out/"],
};
