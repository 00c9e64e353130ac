/** Definition of one row of the platform's form. */
export interface FieldDefinition {
  /** Stable name in snake_case. With the integration's prefix, the name of the Terraform output. */
  readonly key: string;
  /** Label that a person reads. */
  readonly label: string;
  /** Whether the value is a secret, and so a `sensitive` output. */
  readonly secret: boolean;
  /** Way to enter the value on the form: typed as text, or uploaded as a file. */
  readonly kind: "text" | "file";
  /**
   * Help for entering the value.
   *
   * @default - no note
   */
  readonly note?: string;
}

/** A row of the platform's form with the value of an integration. */
export interface Field extends FieldDefinition {
  /** A literal or a token. */
  readonly value: string;
}
