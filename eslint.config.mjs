import { readdirSync } from "node:fs";
import tseslint from "typescript-eslint";
import plainDocstrings from "./tools/plain-docstrings.cjs";

// The folders of lib, with the bindings that each may use.
const PROVIDERS_OF = {
  aws: ["aws"],
  azure: ["azurerm", "azuread"],
  gcp: ["google"],
  // Oracle's are in lib/oci/bindings.
  oci: [],
};
// Bindings of no cloud: keys.
const HELPERS = ["tls"];
const CLOUDS = readdirSync("lib", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "core")
  .map(({ name }) => name);
const unlisted = CLOUDS.filter((cloud) => !(cloud in PROVIDERS_OF));
if (unlisted.length > 0) {
  throw new Error(`add the bindings of ${unlisted.join(", ")} to PROVIDERS_OF in eslint.config.mjs`);
}

const INDEX_OF_PROVIDER = {
  regex: "^@cdktf/provider-[a-z-]+(/lib)?/?$",
  message:
    "Import the resource's own folder, such as @cdktf/provider-aws/lib/iam-user: the index loads every resource of the cloud, which takes seconds and hundreds of megabytes.",
};
const PROVIDERS = {
  regex: "^@cdktf/provider-",
  message:
    "lib/core is for all clouds, and is loaded by people who have no cloud's bindings installed. Put this into the cloud's folder and pass plain values to core.",
};
const otherProviders = (own) => ({
  regex: `^@cdktf/provider-(?!(${[...PROVIDERS_OF[own], ...HELPERS].join("|")})/)`,
  message: "A cloud's folder uses its own bindings only, because whoever installs it has no others.",
});
const INSIDES = {
  regex: "^(\\.\\./)+lib(/|$)|^cdktf-finops/.+/",
  message: "Examples and the benchmark are what users can write: import by public name, such as cdktf-finops/aws.",
};
// Users of OCI without the library generate its bindings themselves.
const INSIDES_BUT_BINDINGS = { ...INSIDES, regex: INSIDES.regex.replace("lib(", "lib(?!/oci/bindings/)(") };

const zone = (files, ...patterns) => ({
  files,
  rules: { "no-restricted-imports": ["error", { patterns: [INDEX_OF_PROVIDER, ...patterns] }] },
});

export default tseslint.config(
  { ignores: ["**/dist/", "cdktf.out/", ".stryker-tmp/", "api/", "node_modules/", "lib/oci/bindings/"] },
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { finops: { rules: { "plain-docstrings": plainDocstrings } } },
    rules: {
      "finops/plain-docstrings": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Constructs register themselves in their scope: making one is the point of `new`.
      "no-new": "off",
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
      "sort-imports": ["error", { ignoreCase: true, ignoreDeclarationSort: true }],
    },
  },
  zone(["test/**/*.ts"]),
  zone(["lib/core/**/*.ts", "lib/index.ts"], PROVIDERS),
  ...CLOUDS.map((cloud) => zone([`lib/${cloud}/**/*.ts`], otherProviders(cloud))),
  zone(["examples/**/*.ts"], INSIDES),
  zone(["bench/**/*.ts"], INSIDES_BUT_BINDINGS),
);
