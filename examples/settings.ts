import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type AzureAgreement } from "cdktf-finops/azure";

/**
 * What each example is told, by its name: identifiers of an organization that does not exist. Put your own into
 * `examples/settings.local.json`, in the same shape (what it leaves out stays as it is here); git ignores that file.
 */
export const EXAMPLE_SETTINGS = {
  "aws-minimal": {
    bucketName: "acme-billing-export",
  },
  "aws-role": {
    bucketName: "acme-billing-export-role",
    // Nobody's: AWS refuses to make a role that trusts it, so that nobody is let in by mistake.
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
    // Nobody's: no name ends with this, so that nobody is let in by mistake.
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
    // Nobody's: its private half was thrown away when it was made.
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

// What a cloud would accept of the example's, though it is nobody's: the key of a user who is then somebody's.
const NEVER_MADE_UP = { "oci-existing-key": "publicKeyFile" };

const ROOT = join(__dirname, "..");

export const LOCAL_SETTINGS = join(__dirname, "settings.local.json");

// The names that a file of one's own gave, by the settings that came of it: what it says may be what the example says.
const GIVEN = new WeakMap<object, readonly string[]>();

/** The example settings, with those of `file` in their place where it has any. */
export function loadSettings(file: string = LOCAL_SETTINGS): Settings {
  if (!existsSync(file)) {
    return EXAMPLE_SETTINGS;
  }
  let own: unknown;
  try {
    own = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new SettingsError(file, `must be JSON: ${(error as Error).message}`);
  }
  const settings = merge(file, "", EXAMPLE_SETTINGS, own) as Settings;
  for (const [id, name] of Object.entries(NEVER_MADE_UP)) {
    const left = placeholdersIn(id, settings);
    if (left.includes(name) && left.length < Object.keys(EXAMPLE_SETTINGS[id as keyof Settings]).length) {
      throw new SettingsError(file, `'${id}.${name}' must be your own as well: the example's is for looks only`);
    }
  }
  return settings;
}

/** The settings of an example that one's own file leaves out, such as `bucketName`; none for a stack without settings. */
export function placeholdersIn(id: string, settings: Settings): string[] {
  const [examples, own] = [EXAMPLE_SETTINGS, settings].map((all) => (all as Tree)[id] ?? {}) as [Tree, Tree];
  return Object.keys(examples).filter((name) => !GIVEN.get(own)?.includes(name));
}

/**
 * The text of a file that a setting names.
 *
 * @param setting where it is named, such as `oci-existing-key.publicKeyFile`
 * @param path the file, from the root of the repository
 */
export function readNamedFile(setting: string, path: string): string {
  try {
    return readFileSync(resolve(ROOT, path), "utf8");
  } catch (error) {
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    // Someone may have put a key in the place of its file's name.
    const got = path.includes("-----BEGIN") ? "the text of a key" : `"${path}" (${code})`;
    throw new SettingsError(LOCAL_SETTINGS, `'${setting}' must be the path of a file that can be read, got: ${got}`);
  }
}

/** One's own settings file does not fit. */
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

function merge(file: string, at: string, example: Tree, own: unknown): Tree {
  if (typeof own !== "object" || own === null || Array.isArray(own)) {
    throw new SettingsError(file, `${at === "" ? "the file" : `'${at}'`} must be an object`);
  }
  const known = Object.keys(example);
  const merged = { ...example } as Record<string, Setting | Tree>;
  for (const [key, value] of Object.entries(own) as [string, unknown][]) {
    const path = at === "" ? key : `${at}.${key}`;
    const expected = Object.hasOwn(example, key) ? example[key] : undefined;
    if (expected === undefined) {
      throw new SettingsError(
        file,
        `'${path}' is not a known setting; known are ${known.join(", ")}${at === "" ? "" : `; what is no setting is written into examples/${at}/stack.ts`}`,
      );
    }
    if (typeof expected === "object") {
      merged[key] = merge(file, path, expected, value);
    } else if (typeof value !== typeof expected) {
      throw new SettingsError(file, `'${path}' must be ${typeof expected === "string" ? "a string" : "true or false"}`);
    } else if (/[$%]\{/.test(String(value))) {
      // cdktf would take it for an expression, and every check for a token.
      throw new SettingsError(file, `'${path}' must not contain '\${' or '%{', which Terraform would evaluate`);
    } else {
      merged[key] = value as Setting;
    }
  }
  GIVEN.set(merged, Object.keys(own));
  return merged;
}
