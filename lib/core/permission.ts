/**
 * What someone is allowed to do, as data: the code that grants it, the documents and the least-privilege tests all
 * read this one list.
 */
export interface Permission<Resource extends string = string> {
  /** Unique in its catalogue, letters and digits. */
  readonly id: string;
  /** What of the platform needs it. */
  readonly feature: string;
  /** Who gets it: the platform's identity, or a service of the cloud by its principal. */
  readonly grantee: string;
  /**
   * What is allowed, in the cloud's own spelling, never with a wildcard: an action (`s3:GetObject`), or where a cloud has
   * none, a verb and what it is about (`read objects`); or a role of the cloud's by its name
   * (`roles/iam.workloadIdentityUser`).
   */
  readonly actions: readonly string[];
  /** What it covers, as narrow as the service allows; granted only where that exists. */
  readonly resource: Resource;
  /** Why it is needed. */
  readonly why: string;
  /** Where that is documented. */
  readonly source: string;
}

/** The grantee of what the platform itself may do. */
export const PLATFORM_IDENTITY = "platform identity";

/** The grantee of what lets the platform in without a key: whom it logs in as elsewhere. */
export const PLATFORM_PRINCIPAL = "platform principal";
