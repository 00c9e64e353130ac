/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  globalSetup: "<rootDir>/test/support/without-terraform.ts",
  setupFiles: ["<rootDir>/test/support/stack-traces.ts"],
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: ["<rootDir>/test/install/", "<rootDir>/test/terraform/"],
  transform: { "\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
  moduleNameMapper: {
    "^cdktf-finops$": "<rootDir>/lib/index.ts",
    "^cdktf-finops/(.*)$": "<rootDir>/lib/$1/index.ts",
    "^archiver$": "<rootDir>/test/support/archiver.ts",
  },
  // Some tests run whole programs, on machines of any speed: no test is about time.
  testTimeout: 120_000,
  // Some of them wait for programs: no core is left over for jest, which by itself would run all in one on two cores.
  maxWorkers: "100%",
  // What a build, a synth or a mutation run leaves behind must not be taken for modules.
  modulePathIgnorePatterns: [
    "<rootDir>/dist/",
    "<rootDir>/bench/dist/",
    "<rootDir>/cdktf.out/",
    "<rootDir>/.stryker-tmp/",
  ],
};
