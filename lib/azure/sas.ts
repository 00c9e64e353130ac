import { DataAzurermStorageAccountBlobContainerSas } from "@cdktf/provider-azurerm/lib/data-azurerm-storage-account-blob-container-sas";
import { Fn } from "cdktf";
import { type Construct } from "constructs";
import { type ManualStep } from "../core/manual-step";
import { forbidOverrides } from "../core/override-guard";
import { type Permission } from "../core/permission";
import { boolean, enumString, integer, optional, type Rules } from "../core/rules";
import { warn } from "../core/warning";
import { environmentOf } from "./environment";
import { type AzureStorageFieldValues } from "./interfaces";
import { ACCOUNT_KEY, READ_BY_SAS } from "./permissions";
import { daysAfter, type PinnedTime, pinnedTime, REPLACE } from "./pinned-time";
import { type AzurePartProps } from "./provider";

/** What a container takes for how it is read without logging in. */
export interface AzureSasProps {
  /**
   * Whether Terraform makes the SAS token, which is in its state then: it may read and list the container, over HTTPS only.
   * With `false` a person makes it, which is a manual step; the outputs lack its rows.
   *
   * @default true
   */
  readonly createSas?: boolean;

  /**
   * Days from the first deployment, or from when it was made anew, to the end of the SAS token: 1-730. Nothing else ends it
   * but a new account key, which ends all of them.
   *
   * @default 180
   */
  readonly sasDays?: number;

  /**
   * What the connection string has in it: `SAS`, the same as the SAS token; or `ACCOUNT_KEY`, by which everything in the
   * account can be read, written and deleted, without an end, for a platform that takes nothing else.
   *
   * @default "SAS"
   */
  readonly connectionString?: "SAS" | "ACCOUNT_KEY";
}

/** One rule for each of `AzureSasProps`. */
export const AZURE_SAS_RULES: Rules<AzureSasProps> = {
  createSas: optional(boolean()),
  sasDays: optional(integer(1, 730)),
  // Someone may take it for the connection string itself.
  connectionString: { ...optional(enumString("SAS", "ACCOUNT_KEY")), sensitive: true },
};

/** What is wrong with the properties together. */
export function checkSas({ createSas, sasDays, connectionString }: Partial<AzureSasProps>): string[] {
  return createSas === false
    ? Object.entries({ sasDays, connectionString })
        .filter(([, value]) => value !== undefined)
        .map(
          ([name]) => `'${name}' must be left out when 'createSas' is false: a person makes the token and the string`,
        )
    : [];
}

/** How a container is read without logging in. */
export interface AzureSas {
  /**
   * The SAS token.
   *
   * @default - a person makes it
   */
  readonly dataSource?: DataAzurermStorageAccountBlobContainerSas;
  /** The rows of the platform's form that it fills in. */
  readonly formValues: AzureStorageFieldValues;
  /** What it allows to whoever has it. */
  readonly permissions: readonly Permission[];
  /** What is left for a person to do. */
  readonly manualSteps: readonly ManualStep[];
}

/** An account and a container, by what a SAS token needs. */
interface SasOwner {
  /** Its address, `https://<account>.blob.<suffix>/`. */
  readonly primaryBlobEndpoint: string;
  /** With the account's key in it. */
  readonly primaryConnectionString: string;
}

interface Named {
  readonly storageAccountName: string;
  readonly containerName: string;
}

/** A SAS token made of the account's first key, and the connection string. */
export function createSas(
  scope: Construct,
  account: SasOwner,
  containerName: string,
  props: AzureSasProps & AzurePartProps & Named,
): AzureSas {
  const time = pinnedTime(scope, "sas_time");
  const expiry = daysAfter(time, props.sasDays ?? 180);
  const connectionString = account.primaryConnectionString;
  const permissions = { read: true, list: true, add: false, create: false, write: false, delete: false };
  // Clocks differ.
  const start = Fn.timeadd(time.value, "-15m");
  const sas = new DataAzurermStorageAccountBlobContainerSas(scope, "sas", {
    provider: props.provider,
    connectionString,
    containerName,
    httpsOnly: true,
    start,
    expiry,
    permissions,
  });
  forbidOverrides(scope, sas, "the SAS token", {
    connection_string: connectionString,
    container_name: containerName,
    start,
    expiry,
    https_only: true,
    permissions,
  });
  const token = Fn.trimprefix(sas.sas, "?");
  if (props.connectionString === "ACCOUNT_KEY") {
    warn(
      scope,
      "The connection string has the account's key in it: whoever has it can read, write and delete everything in the account, without an end.",
    );
  }
  return {
    dataSource: sas,
    formValues: {
      sas_token: token,
      connection_string:
        props.connectionString === "ACCOUNT_KEY"
          ? connectionString
          : `BlobEndpoint=${account.primaryBlobEndpoint};SharedAccessSignature=${token}`,
    },
    permissions: props.connectionString === "ACCOUNT_KEY" ? [READ_BY_SAS, ACCOUNT_KEY] : [READ_BY_SAS],
    manualSteps: [renewStep(expiry, time, props)],
  };
}

/** The step by which a person makes the SAS token. */
export function manualSas(props: AzurePartProps & Named): AzureSas {
  return { formValues: {}, permissions: [], manualSteps: [createStep(props)] };
}

const SAS = "https://learn.microsoft.com/en-us/azure/storage/common/storage-sas-overview";

function renewStep(
  expiry: string,
  { rotationCommand }: PinnedTime,
  { storageAccountName, containerName }: Named,
): ManualStep {
  return {
    key: "renew_sas_token",
    title: "Make the SAS token anew before it ends, and enter it into the platform's form again",
    why: "From that day on the platform cannot read the exports, and Azure warns nobody.",
    link: REPLACE,
    values: {
      Ends: expiry,
      "Storage account": storageAccountName,
      Container: containerName,
      "Made anew by": rotationCommand,
    },
    check: "The platform reads on after that day.",
  };
}

function createStep(props: AzurePartProps & Named): ManualStep {
  const { storageAccountName, containerName } = props;
  return {
    key: "create_sas_token",
    title: "Make a SAS token of the container and enter it and its connection string into the platform's form",
    why: "The program says that a person does it, so that the token is never in Terraform's state; nor does it know when it ends.",
    link: SAS,
    values: {
      "Storage account": storageAccountName,
      Container: containerName,
      Permissions: "Read, List",
      Protocol: "HTTPS only",
      "Signing method": "account key",
      Ends: "in 180 days, say, and within two years",
      "Connection string": `BlobEndpoint=https://${storageAccountName}.${environmentOf(props).blobHost}/;SharedAccessSignature=<SAS token>`,
    },
    check: "The platform reads the exports. Make another token before this one ends.",
  };
}
