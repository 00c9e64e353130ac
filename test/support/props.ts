/** Any properties of a union of props, including combinations that the compiler refuses. */
export type AnyProps<Props> = {
  readonly [Name in Props extends unknown ? keyof Props : never]?: Props extends unknown
    ? Name extends keyof Props
      ? Props[Name]
      : never
    : never;
};
