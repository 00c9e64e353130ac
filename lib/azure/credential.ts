import { ApplicationCertificate } from "@cdktf/provider-azuread/lib/application-certificate";
import { ApplicationPasswordA } from "@cdktf/provider-azuread/lib/application-password";
import { type Construct } from "constructs";
import { certificateOf, certificateRule, checkCertificate, expiryOf } from "../core/certificate";
import { type ManualStep } from "../core/manual-step";
import { forbidOverrides } from "../core/override-guard";
import { MIN_RSA_BITS } from "../core/pem";
import { boolean, integer, optional, type Rules } from "../core/rules";
import { describeConstruct } from "../core/validate-props";
import { type AzureIdentityFieldValues } from "./interfaces";
import { daysAfter, type PinnedTime, pinnedTime, REPLACE } from "./pinned-time";
import { type AzureTenantProps } from "./provider";

/** What an identity takes for how the platform proves that it is the application. */
export interface AzureCredentialProps {
  /**
   * Whether Terraform creates the client secret, which is in its state then. With `false` a person creates it, which is a
   * manual step, and the state never has it; the outputs lack its rows.
   *
   * @default true
   */
  readonly createClientSecret?: boolean;

  /**
   * Days from the first deployment, or from when it was made anew, to the end of the client secret: 1-730.
   *
   * @default 180
   */
  readonly clientSecretDays?: number;

  /**
   * The public half of a key pair of yours in an X.509 certificate, as PEM: RSA of 2,048 bits or more. The application can
   * log in by the private half, for as long as the certificate is valid; that half never gets near Terraform, and there is
   * no client secret.
   *
   * Source: https://learn.microsoft.com/en-us/entra/identity-platform/certificate-credentials
   *
   * @default - a client secret
   */
  readonly certificatePem?: string;
}

/** One rule for each of `AzureCredentialProps`. */
export const AZURE_CREDENTIAL_RULES: Rules<AzureCredentialProps> = {
  createClientSecret: optional(boolean()),
  clientSecretDays: optional(integer(1, 730)),
  certificatePem: optional(certificateRule()),
};

/** What is wrong with the properties of a credential together, or with its certificate. */
export function checkCredential(props: Partial<AzureCredentialProps>): string[] {
  const { createClientSecret, clientSecretDays, certificatePem } = props;
  if (certificatePem !== undefined) {
    return [
      ...Object.entries({ createClientSecret, clientSecretDays })
        .filter(([, value]) => value !== undefined)
        .map(([name]) => `'${name}' must be left out when 'certificatePem' is passed, which takes the secret's place`),
      ...checkCertificate(
        "certificatePem",
        certificatePem,
        `an X.509 certificate of an RSA pair of ${MIN_RSA_BITS} bits or more`,
      ),
    ];
  }
  return createClientSecret === false && clientSecretDays !== undefined
    ? ["'clientSecretDays' must be left out when 'createClientSecret' is false: who creates it says when it ends"]
    : [];
}

/** How the platform proves that it is the application. */
export interface AzureCredential {
  /**
   * The client secret.
   *
   * @default - there is none, or a person creates it
   */
  readonly password?: ApplicationPasswordA;
  /**
   * The certificate.
   *
   * @default - there is none
   */
  readonly certificate?: ApplicationCertificate;
  /** The rows of the platform's form that it fills in. */
  readonly formValues: AzureIdentityFieldValues;
  /** What is left for a person to do. */
  readonly manualSteps: readonly ManualStep[];
}

/** An application, by what a credential of it needs. */
interface CredentialOwner {
  /** `/applications/<object ID>`. */
  readonly id: string;
  readonly clientId: string;
}

/** A client secret, a certificate, or the step by which a person creates the secret. */
export function createCredential(
  scope: Construct,
  { id: applicationId, clientId }: CredentialOwner,
  props: AzureCredentialProps & AzureTenantProps,
): AzureCredential {
  const { azureadProvider: provider, certificatePem } = props;
  if (certificatePem !== undefined) {
    const parsed = certificateOf(certificatePem);
    // Entra ID tells it without milliseconds.
    const endDate = parsed === undefined ? "" : expiryOf(parsed).replace(".000Z", "Z");
    const [type, encoding] = ["AsymmetricX509Cert", "pem"];
    // Written anew, so that it is the certificate and nothing that may have come with it.
    const value = parsed?.toString() ?? "";
    const certificate = new ApplicationCertificate(scope, "certificate", {
      provider,
      applicationId,
      type,
      encoding,
      value,
      endDate,
      lifecycle: {
        // Another one takes its place once it is there.
        createBeforeDestroy: true,
        // Of itself, because Terraform takes no condition that is about nothing in the program.
        postcondition: [
          {
            condition: "${timecmp(plantimestamp(), self.end_date) < 0}",
            errorMessage: `${describeConstruct(scope, props)}: the certificate must not have ended, which it did at ${endDate}; make another pair and pass its certificate.`,
          },
        ],
      },
    });
    forbidOverrides(scope, certificate, "the certificate", {
      application_id: applicationId,
      type,
      encoding,
      value,
      end_date: endDate,
      end_date_relative: undefined,
    });
    return { certificate, formValues: {}, manualSteps: [useCertificateStep(clientId, endDate)] };
  }
  if (props.createClientSecret === false) {
    return { formValues: {}, manualSteps: [createStep(clientId)] };
  }
  const time = pinnedTime(scope, "client_secret_time");
  const endDate = daysAfter(time, props.clientSecretDays ?? 180);
  const password = new ApplicationPasswordA(scope, "client_secret", {
    provider,
    applicationId,
    displayName: "FinOps platform",
    endDate,
    lifecycle: { createBeforeDestroy: true },
  });
  forbidOverrides(scope, password, "the client secret", {
    application_id: applicationId,
    end_date: endDate,
    end_date_relative: undefined,
  });
  return {
    password,
    formValues: { client_secret_value: password.value, client_secret_id: password.keyId },
    manualSteps: [renewStep(password, time)],
  };
}

const CREDENTIALS = "https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials";

function createStep(clientId: string): ManualStep {
  return {
    key: "create_client_secret",
    title: "Create a client secret of the application and enter its value and its ID into the platform's form",
    why: "The program says that a person does it, so that the secret is never in Terraform's state; nor does it know when it ends.",
    link: CREDENTIALS,
    values: { "Client ID": clientId },
    check:
      "The platform accepts the secret, and the application's page shows it with its end: make another one before that.",
  };
}

function renewStep(password: ApplicationPasswordA, { rotationCommand }: PinnedTime): ManualStep {
  return {
    key: "renew_client_secret",
    title: "Make the client secret anew before it ends, and enter it into the platform's form again",
    why: "From that day on the platform is shut out, and Azure warns nobody.",
    link: REPLACE,
    values: { Ends: password.endDate, "Secret ID": password.keyId, "Made anew by": rotationCommand },
    check: "The page of the application shows a secret with a later end, and the platform reads on.",
  };
}

function useCertificateStep(clientId: string, endDate: string): ManualStep {
  return {
    key: "use_certificate",
    title: "Enter the private key and its certificate into the platform's form in place of a client secret",
    why: "Only its public half is in the program: Terraform never has the private key.",
    link: "https://learn.microsoft.com/en-us/entra/identity-platform/certificate-credentials",
    values: { "Client ID": clientId, "Valid until": endDate },
    check:
      "The platform logs in. Before the certificate ends, make another pair and pass its certificate. Whoever has the private " +
      "key can add another one to the application: after a leak look at all that it has.",
  };
}
