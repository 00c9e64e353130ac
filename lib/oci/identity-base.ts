import { type Construct } from "constructs";
import { type ManualStep } from "../core/manual-step";
import { Part } from "../core/part";
import { type OciApiKey, uploadStep } from "./api-key";
import { type DataOciIdentityGroup } from "./bindings/data-oci-identity-group";
import { type IdentityDomainsGroup } from "./bindings/identity-domains-group";
import { type IdentityGroup } from "./bindings/identity-group";
import { type OciProvider } from "./bindings/provider";
import { type IOciIdentity, type OciIdentityFieldValues } from "./interfaces";
import { warnAboutLengths } from "./ocid";
import { addOciProviderValidation, type OciProviderProps, type OciTenancyProps } from "./provider";

/** Base of the library's identities. */
export abstract class OciIdentityBase extends Part implements IOciIdentity {
  readonly finopsInterface = "IOciIdentity";
  abstract readonly userOcid: string;
  abstract readonly group: IdentityGroup | IdentityDomainsGroup | DataOciIdentityGroup;
  abstract readonly groupName: string;
  abstract readonly policySubject: string;
  /** API key of the user. */
  abstract readonly apiKey: OciApiKey;
  readonly tenancyOcid: string;
  readonly provider?: OciProvider;

  constructor(scope: Construct, id: string, validProps: OciTenancyProps & OciProviderProps) {
    super(scope, id);
    addOciProviderValidation(this, validProps);
    this.tenancyOcid = validProps.tenancyOcid;
    this.provider = validProps.provider;
    warnAboutLengths(this, validProps);
  }

  get fingerprint(): string {
    return this.apiKey.fingerprint;
  }

  get fieldValues(): OciIdentityFieldValues {
    const { privateKeyPem } = this.apiKey;
    return privateKeyPem === undefined ? {} : { private_key_pem: privateKeyPem };
  }

  override get manualSteps(): ManualStep[] {
    return this.apiKey.privateKeyPem === undefined ? [uploadStep(this.fingerprint)] : [];
  }
}
