import { DataAzurermStorageAccountBlobContainerSas } from "@cdktf/provider-azurerm/lib/data-azurerm-storage-account-blob-container-sas";
import { Fn } from "cdktf";
import { type Construct } from "constructs";
import { type ManualStep } from "../core/manual-step";
import { forbidOverrides } from "../core/override-guard";
import { type Permission } from "../core/permission";
import { type CrossCheck, crossCheck } from "../core/props-schema";
import { boolean, enumString, integer, optional, type Rules, sensitive } from "../core/rules";
import { warn } from "../core/warning";
import { environmentOf } from "./environment";
import { type AzureStorageFieldValues } from "./interfaces";
import { ACCOUNT_KEY, READ_BY_SAS } from "./permissions";
import { createPinnedTime, daysAfter, type PinnedTime, ROTATION_LINK } from "./pinned-time";
import { type AzurePartProps } from "./provider";

/** Props of the SAS token and the connection string, which read a container without a login. */
export interface AzureSasProps {
  /**
   * Whether Terraform creates the SAS token, and stores it in its state. The token can read and list the container, over
   * HTTPS only. With `false`, a person creates it in a manual step: the outputs lack its rows.
   *
   * @default true
   */
  readonly createSas?: boolean;

  /**
   * Days until the SAS token expires, from the first deployment or from the last rotation: 1-730. Only a new account key
   * ends it earlier, and all other SAS tokens of the old key with it.
   *
   * @default 180
   */
  readonly sasDays?: number;

  /**
   * Credential in the connection string: `SAS` for the SAS token; `ACCOUNT_KEY` for the account's key, which can read, write
   * and delete everything in the account and does not expire, for a platform that accepts nothing else.
   *
   * @default "SAS"
   */
  readonly connectionString?: "SAS" | "ACCOUNT_KEY";
}

/** Rules of `AzureSasProps`. */
export const AZURE_SAS_RULES: Rules<AzureSasProps> = {
  createSas: optional(boolean()),
  sasDays: optional(integer(1, 730)),
  // Sensitive, because someone may pass the connection string itself.
  connectionString: sensitive(optional(enumString("SAS", "ACCOUNT_KEY"))),
};

/** Checks the properties of the SAS token together. */
export const AZURE_SAS_CHECK: CrossCheck<AzureSasProps> = crossCheck(
  ["createSas", "sasDays", "connectionString"],
  checkSas,
);

function checkSas({ createSas, sasDays, connectionString }: AzureSasProps): string[] {
  return createSas === false
    ? Object.entries({ sasDays, connectionString })
        .filter(([, value]) => value !== undefined)
        .map(
          ([name]) => `'${name}' must be left out when 'createSas' is false: a person creates the token and the string`,
        )
    : [];
}

/** SAS token and connection string of a container. */
export interface AzureSas {
  /**
   * Data source of the SAS token.
   *
   * @default - a person creates the token
   */
  readonly dataSource?: DataAzurermStorageAccountBlobContainerSas;
  /** Rows of the platform's form that it fills in. */
  readonly fieldValues: AzureStorageFieldValues;
  /** Permissions of anyone who has the token or the string. */
  readonly permissions: readonly Permission[];
  /** Steps left for a person. */
  readonly manualSteps: readonly ManualStep[];
}

/** Storage account, new or existing, that a SAS token is created for. */
interface SasOwner {
  /** Address of its blobs: `https://<account>.blob.<suffix>/`. */
  readonly primaryBlobEndpoint: string;
  /** Contains the account's key. */
  readonly primaryConnectionString: string;
}

/** Names of a container and its account. */
interface ContainerNames {
  readonly storageAccountName: string;
  readonly containerName: string;
}

/** Creates a SAS token, signed with the account's first key, and the connection string. */
export function createSas(
  scope: Construct,
  account: SasOwner,
  containerName: string,
  props: AzureSasProps & AzurePartProps & ContainerNames,
): AzureSas {
  const time = createPinnedTime(scope, "sas_time");
  const expiry = daysAfter(time, props.sasDays ?? 180);
  const connectionString = account.primaryConnectionString;
  const permissions = { read: true, list: true, add: false, create: false, write: false, delete: false };
  // Tolerates clock skew.
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
  forbidOverrides(sas, "the SAS token", {
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
      "The connection string contains the account's key: anyone who has it can read, write and delete everything in the account, and it does not expire.",
    );
  }
  return {
    dataSource: sas,
    fieldValues: {
      sas_token: token,
      connection_string:
        props.connectionString === "ACCOUNT_KEY"
          ? connectionString
          : `BlobEndpoint=${account.primaryBlobEndpoint};SharedAccessSignature=${token}`,
    },
    permissions: props.connectionString === "ACCOUNT_KEY" ? [READ_BY_SAS, ACCOUNT_KEY] : [READ_BY_SAS],
    manualSteps: [rotationStep(expiry, time, props)],
  };
}

/** SAS token that a person creates, in a manual step. */
export function manualSas(props: AzurePartProps & ContainerNames): AzureSas {
  return { fieldValues: {}, permissions: [], manualSteps: [creationStep(props)] };
}

const SAS = "https://learn.microsoft.com/en-us/azure/storage/common/storage-sas-overview";

function rotationStep(
  expiry: string,
  { rotationCommand }: PinnedTime,
  { storageAccountName, containerName }: ContainerNames,
): ManualStep {
  return {
    key: "renew_sas_token",
    title: "Rotate the SAS token before it expires, and enter the new one into the platform's form",
    why: "Once it has expired, the platform cannot read the exports, and Azure sends no warning.",
    link: ROTATION_LINK,
    values: {
      Ends: expiry,
      "Storage account": storageAccountName,
      Container: containerName,
      "Rotation command": rotationCommand,
    },
    check: "The platform still reads the exports after that day.",
  };
}

function creationStep(props: AzurePartProps & ContainerNames): ManualStep {
  const { storageAccountName, containerName } = props;
  return {
    key: "create_sas_token",
    title: "Create a SAS token for the container, and enter it and its connection string into the platform's form",
    why: "'createSas' is false, so the token is never in Terraform's state, and the program does not know when it expires.",
    link: SAS,
    values: {
      "Storage account": storageAccountName,
      Container: containerName,
      Permissions: "Read, List",
      Protocol: "HTTPS only",
      "Signing method": "account key",
      Ends: "for example in 180 days, at most in two years",
      "Connection string": `BlobEndpoint=https://${storageAccountName}.${environmentOf(props).blobHost}/;SharedAccessSignature=<SAS token>`,
    },
    check: "The platform reads the exports. Create another token before this one expires.",
  };
}
