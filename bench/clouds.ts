/** A cloud in the benchmark: what the library does, and the same by hand. */
export interface Contest {
  /** The library's entry, whose import is measured. */
  readonly entry: string;
  /** The modules that make the integrations (`Program`); by path, so that a process loads the one it measures only. */
  readonly floor: string;
  readonly library: string;
  /** Of what one integration may have many, which is measured too; most have one of everything. */
  readonly wide?: string;
}

export const CLOUDS: Readonly<Record<string, Contest>> = {
  aws: { entry: "cdktf-finops/aws", floor: "./aws/floor", library: "./aws/library" },
  gcp: { entry: "cdktf-finops/gcp", floor: "./gcp/floor", library: "./gcp/library" },
  azure: { entry: "cdktf-finops/azure", floor: "./azure/floor", library: "./azure/library", wide: "subscriptions" },
  oci: { entry: "cdktf-finops/oci", floor: "./oci/floor", library: "./oci/library" },
};

/** The contest of a cloud by its name. */
export function contestOf(cloud: string): Contest {
  const contest = CLOUDS[cloud];
  if (contest === undefined) {
    throw new Error(`no cloud '${cloud}' in the benchmark, there are: ${Object.keys(CLOUDS).join(", ")}`);
  }
  return contest;
}
