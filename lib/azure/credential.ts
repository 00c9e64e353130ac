import { ApplicationCertificate } from "@cdktf/provider-azuread/lib/application-certificate";
import { ApplicationPasswordA } from "@cdktf/provider-azuread/lib/application-password";
import { type Construct } from "constructs";
import { certificateOf, certificateRule, checkCertificate, expiryOf } from "../core/certificate";
import { type ManualStep } from "../core/manual-step";
import { forbidOverrides } from "../core/override-guard";
import { MIN_RSA_BITS } from "../core/pem";
import { type CrossCheck, crossCheck } from "../core/props-schema";
import { boolean, integer, optional, type Rules } from "../core/rules";
import { describeConstruct } from "../core/validate-props";
import { type AzureIdentityFieldValues } from "./interfaces";
import { createPinnedTime, daysAfter, type PinnedTime, ROTATION_LINK } from "./pinned-time";
import { type AzureTenantProps } from "./provider";

/** Props of the credential that the platform logs in with. */
export interface AzureCredentialProps {
  /**
   * Whether Terraform creates the client secret, and stores it in its state. With `false`, a person creates it in a manual
   * step: the state never contains it, and the outputs lack its rows.
   *
   * @default true
   */
  readonly createClientSecret?: boolean;

  /**
   * Days until the client secret expires, from the first deployment or from the last rotation: 1-730.
   *
   * @default 180
   */
  readonly clientSecretDays?: number;

  /**
   * X.509 certificate with the public half of your own key pair, as PEM: RSA of 2,048 bits or more. The platform logs in
   * with the private half for as long as the certificate is valid. Terraform never has that half, and there is no client
   * secret.
   *
   * Source: https://learn.microsoft.com/en-us/entra/identity-platform/certificate-credentials
   *
   * @default - a client secret
   */
  readonly certificatePem?: string;
}

/** Rules of `AzureCredentialProps`. */
export const AZURE_CREDENTIAL_RULES: Rules<AzureCredentialProps> = {
  createClientSecret: optional(boolean()),
  clientSecretDays: optional(integer(1, 730)),
  certificatePem: optional(certificateRule()),
};

/** Checks the properties of a credential together, and its certificate. */
export const AZURE_CREDENTIAL_CHECK: CrossCheck<AzureCredentialProps> = crossCheck(
  ["createClientSecret", "clientSecretDays", "certificatePem"],
  checkCredential,
);

function checkCredential(props: AzureCredentialProps): string[] {
  const { createClientSecret, clientSecretDays, certificatePem } = props;
  if (certificatePem !== undefined) {
    return [
      ...Object.entries({ createClientSecret, clientSecretDays })
        .filter(([, value]) => value !== undefined)
        .map(([name]) => `'${name}' must be left out when 'certificatePem' is passed, which replaces the secret`),
      ...checkCertificate(
        "certificatePem",
        certificatePem,
        `an X.509 certificate of an RSA pair of ${MIN_RSA_BITS} bits or more`,
      ),
    ];
  }
  return createClientSecret === false && clientSecretDays !== undefined
    ? [
        "'clientSecretDays' must be left out when 'createClientSecret' is false: the person who creates the secret chooses when it expires",
      ]
    : [];
}

/** Credential that the platform logs in with. */
export interface AzureCredential {
  /**
   * Client secret.
   *
   * @default - no client secret, or one that a person creates
   */
  readonly clientSecret?: ApplicationPasswordA;
  /**
   * Certificate.
   *
   * @default - no certificate
   */
  readonly certificate?: ApplicationCertificate;
  /** Rows of the platform's form that it fills in. */
  readonly fieldValues: AzureIdentityFieldValues;
  /** Steps left for a person. */
  readonly manualSteps: readonly ManualStep[];
}

/** Application that a credential belongs to. */
interface CredentialOwner {
  /** ID in the azuread provider: `/applications/<object ID>`. */
  readonly id: string;
  readonly clientId: string;
}

/** Creates a client secret or a certificate, or returns the manual step for a secret that a person creates. */
export function createCredential(
  scope: Construct,
  { id: applicationId, clientId }: CredentialOwner,
  props: AzureCredentialProps & AzureTenantProps,
): AzureCredential {
  const { azureadProvider: provider, certificatePem } = props;
  if (certificatePem !== undefined) {
    const parsed = certificateOf(certificatePem);
    // Entra ID returns it without milliseconds.
    const endDate = parsed === undefined ? "" : expiryOf(parsed).replace(".000Z", "Z");
    const [type, encoding] = ["AsymmetricX509Cert", "pem"];
    // Encoded again, so that it contains the certificate and nothing else that may be in the PEM.
    const value = parsed?.toString() ?? "";
    const certificate = new ApplicationCertificate(scope, "certificate", {
      provider,
      applicationId,
      type,
      encoding,
      value,
      endDate,
      lifecycle: {
        // A new certificate exists before the old one is deleted.
        createBeforeDestroy: true,
        // Refers to `self`, because Terraform refuses a condition that refers to no object.
        postcondition: [
          {
            condition: "${timecmp(plantimestamp(), self.end_date) < 0}",
            errorMessage: `${describeConstruct(props)}: 'certificatePem' must be a certificate that has not expired, got: one that expired at ${endDate}; create another key pair and pass its certificate.`,
          },
        ],
      },
    });
    forbidOverrides(certificate, "the certificate", {
      application_id: applicationId,
      type,
      encoding,
      value,
      end_date: endDate,
      end_date_relative: undefined,
    });
    return { certificate, fieldValues: {}, manualSteps: [certificateStep(clientId, endDate)] };
  }
  if (props.createClientSecret === false) {
    return { fieldValues: {}, manualSteps: [creationStep(clientId)] };
  }
  const time = createPinnedTime(scope, "client_secret_time");
  const endDate = daysAfter(time, props.clientSecretDays ?? 180);
  const clientSecret = new ApplicationPasswordA(scope, "client_secret", {
    provider,
    applicationId,
    displayName: "FinOps platform",
    endDate,
    lifecycle: { createBeforeDestroy: true },
  });
  forbidOverrides(clientSecret, "the client secret", {
    application_id: applicationId,
    end_date: endDate,
    end_date_relative: undefined,
  });
  // Read once, because each read creates a token, for which cdktf captures a stack trace.
  const secretId = clientSecret.keyId;
  return {
    clientSecret,
    fieldValues: { client_secret_value: clientSecret.value, client_secret_id: secretId },
    manualSteps: [rotationStep(clientSecret.endDate, secretId, time)],
  };
}

const CREDENTIALS = "https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials";

function creationStep(clientId: string): ManualStep {
  return {
    key: "create_client_secret",
    title: "Create a client secret for the application, and enter its value and its ID into the platform's form",
    why: "'createClientSecret' is false, so the secret is never in Terraform's state, and the program does not know when it expires.",
    link: CREDENTIALS,
    values: { "Client ID": clientId },
    check:
      "The platform accepts the secret, and the application's page shows when it expires: create another one before then.",
  };
}

function rotationStep(ends: string, secretId: string, { rotationCommand }: PinnedTime): ManualStep {
  return {
    key: "renew_client_secret",
    title: "Rotate the client secret before it expires, and enter the new one into the platform's form",
    why: "Once it has expired, the platform cannot log in, and Azure sends no warning.",
    link: ROTATION_LINK,
    values: { Ends: ends, "Secret ID": secretId, "Rotation command": rotationCommand },
    check: "The application's page shows a secret that expires later, and the platform still reads the data.",
  };
}

function certificateStep(clientId: string, endDate: string): ManualStep {
  return {
    key: "use_certificate",
    title: "Enter the private key and its certificate into the platform's form in place of a client secret",
    why: "Only its public half is in the program: Terraform never has the private key.",
    link: "https://learn.microsoft.com/en-us/entra/identity-platform/certificate-credentials",
    values: { "Client ID": clientId, "Valid until": endDate },
    check:
      "The platform logs in. Before the certificate expires, create another key pair and pass its certificate. Anyone who has the " +
      "private key can add another one to the application: after a leak, review all keys of the application.",
  };
}
