/**
 * What someone is allowed to do, as data: the code that grants it, the documents and the least-privilege tests all
 * read this one list.
 */
export interface Permission<Resource extends string = string> {
  /** Unique in its catalogue; AWS uses it as the statement's Sid. */
  readonly id: string;
  /** What the permission is for: it is granted only when that feature is in use. */
  readonly feature: string;
  /** Who gets it: the platform's identity, or a service of the cloud by its principal. */
  readonly grantee: string;
  /** Exact names, never with a wildcard. */
  readonly actions: readonly string[];
  /** What it covers: as narrow as the service allows. */
  readonly resource: Resource;
  /** Why it is needed. */
  readonly why: string;
  /** Where that is documented. */
  readonly source: string;
}

/** The grantee of what the platform itself may do. */
export const PLATFORM_IDENTITY = "platform identity";
