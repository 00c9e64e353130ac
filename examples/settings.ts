import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type AzureAgreement } from "cdktf-finops/azure";

/**
 * Settings of each example, by its name: placeholder values of a fictitious organization. Put your own into
 * `examples/settings.local.json`, in the same shape. Settings that it omits keep these values. Git ignores that file.
 */
export const EXAMPLE_SETTINGS = {
  "aws-minimal": {
    bucketName: "acme-billing-export",
  },
  "aws-role": {
    bucketName: "acme-billing-export-role",
    // No such account: AWS refuses to create a role that trusts it, so that nobody gets access by mistake.
    trustedPrincipalArn: "arn:aws:iam::000000000000:root",
    externalId: "0b7c1f52-6d3e-4a58-9f41-2c8e7d90a613",
  },
  "aws-existing-bucket": {
    bucketName: "acme-data-lake",
    s3Prefix: "billing/aws",
  },
  "aws-existing-stack": {
    payerAccountId: "111122223333",
    payerBucketName: "acme-billing-export-payer",
    acquiredAccountId: "777788889999",
    acquiredBucketName: "bolt-billing-export",
  },
  "gcp-minimal": {
    projectId: "acme-billing",
    billingAccountId: "01ABCD-234567-890123",
    organizationId: "123456789012",
    datasetLocation: "EU",
    exportReady: false,
  },
  "gcp-existing-dataset": {
    projectId: "acme-data-lake",
    datasetId: "billing_export",
    datasetLocation: "US",
    billingAccountId: "01ABCD-234567-890124",
    organizationId: "123456789012",
  },
  "gcp-keyless": {
    projectId: "acme-billing-keyless",
    billingAccountId: "01ABCD-234567-890125",
    organizationId: "123456789012",
    datasetLocation: "EU",
    // `.invalid` is reserved and never resolves, so that nobody gets access by mistake.
    issuerUri: "https://login.platform.invalid/acme",
    subject: "acme-finops",
    exportReady: false,
  },
  "gcp-folder": {
    projectId: "acme-billing-retail",
    billingAccountId: "01ABCD-234567-890126",
    organizationId: "123456789012",
    folderId: "345678901234",
    datasetLocation: "europe-west3",
    exportReady: false,
  },
  "azure-minimal": {
    tenantId: "99999999-8888-7777-6666-555555555555",
    subscriptionId: "11111111-2222-3333-4444-555555555551",
    location: "westeurope",
    storageAccountName: "acmebillingexport",
    agreement: "MCA" as AzureAgreement,
  },
  "azure-many-subscriptions": {
    tenantId: "99999999-8888-7777-6666-555555555555",
    subscriptionId: "11111111-2222-3333-4444-555555555552",
    location: "westeurope",
    storageAccountName: "acmebillinghub",
    productionSubscriptionId: "11111111-2222-3333-4444-555555555553",
    developmentSubscriptionId: "11111111-2222-3333-4444-555555555554",
    managementGroup: "acme",
    agreement: "MCA" as AzureAgreement,
  },
  "azure-existing-storage": {
    tenantId: "99999999-8888-7777-6666-555555555555",
    subscriptionId: "11111111-2222-3333-4444-555555555555",
    resourceGroupName: "data-lake",
    storageAccountName: "acmedatalake",
    containerName: "billing",
    rootFolderPath: "azure/costs",
    agreement: "MCA" as AzureAgreement,
  },
  "azure-billing-account": {
    tenantId: "99999999-8888-7777-6666-555555555555",
    subscriptionId: "11111111-2222-3333-4444-555555555556",
    location: "westeurope",
    storageAccountName: "acmebillingenrollment",
    billingAccountId: "1234567",
  },
  "oci-minimal": {
    tenancyOcid: "ocid1.tenancy.oc1..aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    homeRegion: "us-ashburn-1",
    userEmail: "finops-platform@acme.example",
  },
  "oci-existing-key": {
    tenancyOcid: "ocid1.tenancy.oc1..bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
    homeRegion: "us-ashburn-1",
    userEmail: "finops-platform@acme.example",
    // A placeholder: its private half was discarded when it was created.
    publicKeyFile: "examples/oci-existing-key/public.pem",
    ownerOcid: "ocid1.user.oc1..bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
  },
  "oci-identity-domain": {
    tenancyOcid: "ocid1.tenancy.oc1..cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc",
    homeRegion: "us-ashburn-1",
    domainName: "Services",
    userEmail: "finops-platform@acme.example",
  },
};

export type Settings = typeof EXAMPLE_SETTINGS;

// Settings whose placeholder a cloud would accept: the public key would be added to a real user.
const REQUIRED_IF_ANY = { "oci-existing-key": "publicKeyFile" };

const ROOT = join(__dirname, "..");

export const LOCAL_SETTINGS = join(__dirname, "settings.local.json");

// Names of the settings that the local file sets, by the merged settings: its value may equal the placeholder.
const SET_LOCALLY = new WeakMap<object, readonly string[]>();

/** Example settings, overridden by those of `file` if it exists. */
export function loadSettings(file: string = LOCAL_SETTINGS): Settings {
  if (!existsSync(file)) {
    return EXAMPLE_SETTINGS;
  }
  let local: unknown;
  try {
    local = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new SettingsError(file, `must be JSON: ${(error as Error).message}`);
  }
  const settings = merge(file, "", EXAMPLE_SETTINGS, local) as Settings;
  for (const [id, name] of Object.entries(REQUIRED_IF_ANY)) {
    const placeholders = placeholdersIn(id, settings);
    if (
      placeholders.includes(name) &&
      placeholders.length < Object.keys(EXAMPLE_SETTINGS[id as keyof Settings]).length
    ) {
      throw new SettingsError(
        file,
        `'${id}.${name}' must be set as well: the example's value is a sample that must not be deployed`,
      );
    }
  }
  return settings;
}

/** Settings of an example that the local file does not set, such as `bucketName`; empty for a stack without settings. */
export function placeholdersIn(id: string, settings: Settings): string[] {
  const [examples, merged] = [EXAMPLE_SETTINGS, settings].map((all) => (all as Tree)[id] ?? {}) as [Tree, Tree];
  return Object.keys(examples).filter((name) => !SET_LOCALLY.get(merged)?.includes(name));
}

/**
 * Reads a file that a setting names.
 *
 * @param setting for errors, such as `oci-existing-key.publicKeyFile`
 * @param path relative to the root of the repository
 */
export function readNamedFile(setting: string, path: string): string {
  try {
    return readFileSync(resolve(ROOT, path), "utf8");
  } catch (error) {
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    // The setting may hold a key by mistake, instead of the name of its file.
    const got = path.includes("-----BEGIN") ? "the text of a key" : `"${path}" (${code})`;
    throw new SettingsError(LOCAL_SETTINGS, `'${setting}' must be the path of a readable file, got: ${got}`);
  }
}

/** Invalid settings in the local file. */
export class SettingsError extends Error {
  constructor(file: string, problem: string) {
    super(`${file}: ${problem}`);
    this.name = "SettingsError";
  }
}

type Setting = string | boolean;

interface Tree {
  readonly [key: string]: Setting | Tree;
}

function merge(file: string, parent: string, example: Tree, local: unknown): Tree {
  if (typeof local !== "object" || local === null || Array.isArray(local)) {
    throw new SettingsError(file, `${parent === "" ? "the file" : `'${parent}'`} must be an object`);
  }
  const known = Object.keys(example);
  const merged = { ...example } as Record<string, Setting | Tree>;
  for (const [key, value] of Object.entries(local) as [string, unknown][]) {
    const path = parent === "" ? key : `${parent}.${key}`;
    const expected = Object.hasOwn(example, key) ? example[key] : undefined;
    if (expected === undefined) {
      throw new SettingsError(
        file,
        `'${path}' is not a known setting; known are ${known.join(", ")}${parent === "" ? "" : `; write any other property into examples/${parent}/stack.ts`}`,
      );
    }
    if (typeof expected === "object") {
      merged[key] = merge(file, path, expected, value);
    } else if (typeof value !== typeof expected) {
      throw new SettingsError(file, `'${path}' must be ${typeof expected === "string" ? "a string" : "true or false"}`);
    } else if (/[$%]\{/.test(String(value))) {
      // cdktf would take it for an expression, and each check would take it for a token.
      throw new SettingsError(file, `'${path}' must not contain '\${' or '%{', which Terraform would evaluate`);
    } else {
      merged[key] = value as Setting;
    }
  }
  SET_LOCALLY.set(merged, Object.keys(local));
  return merged;
}
