/**
 * A permission as data. The code that grants it and the documents read the same catalogue. (The least-privilege tests do not:
 * they judge the synthesized JSON.)
 */
export interface Permission<Resource extends string = string> {
  /** Letters and digits, unique in its catalogue. */
  readonly id: string;
  /** Feature of the platform that needs it. */
  readonly feature: string;
  /**
   * Grantee: the platform's identity (`PLATFORM_IDENTITY`), its external principal (`PLATFORM_PRINCIPAL`), `bearer` for anyone
   * with a token, or a service of the cloud by its principal.
   */
  readonly grantee: string;
  /**
   * Actions in the cloud's own spelling, never with a wildcard: an action (`s3:GetObject`); in a cloud without actions, a
   * verb and a resource type (`read objects`); or a predefined role by name (`roles/iam.workloadIdentityUser`).
   */
  readonly actions: readonly string[];
  /** Scope, as narrow as the service allows. Granted only if such a resource exists. */
  readonly resource: Resource;
  /** Reason why it is needed. */
  readonly why: string;
  /** Page that documents it. */
  readonly source: string;
}

/** Grantee of the permissions of the platform itself. */
export const PLATFORM_IDENTITY = "platform identity";

/** Grantee for keyless login: the platform's external principal. */
export const PLATFORM_PRINCIPAL = "platform principal";
