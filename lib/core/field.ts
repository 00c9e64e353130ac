/** One row of the platform's form, as the form asks for it. */
export interface FieldDefinition {
  /** Stable name, snake_case; with the integration's prefix it is the name of the Terraform output. */
  readonly key: string;
  /** What a person reads beside it. */
  readonly label: string;
  /** A secret becomes a `sensitive` output. */
  readonly secret: boolean;
  /** How it is handed over: typed in, or uploaded. */
  readonly kind: "text" | "file";
  /**
   * What helps to fill in the row.
   *
   * @default - no note
   */
  readonly note?: string;
}

/** A row of the platform's form with what an integration fills in. */
export interface Field extends FieldDefinition {
  /** A literal, or a token that Terraform fills in. */
  readonly value: string;
}
