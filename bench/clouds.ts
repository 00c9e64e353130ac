/** Benchmark of a cloud: the library against a manually written program that synthesizes the same. */
export interface CloudBenchmark {
  /** Entry of the library, whose import is measured. */
  readonly entry: string;
  /** Path of the manually written `Program`. A path, so that a process loads only the program that it measures. */
  readonly floor: string;
  /** Path of the library's `Program`. */
  readonly library: string;
  /**
   * Name of a resource of which a single integration may have many. Such an integration is measured, too.
   *
   * @default - only the number of integrations varies
   */
  readonly wide?: string;
}

export const CLOUDS: Readonly<Record<string, CloudBenchmark>> = {
  aws: { entry: "cdktf-finops/aws", floor: "./aws/floor", library: "./aws/library" },
  gcp: { entry: "cdktf-finops/gcp", floor: "./gcp/floor", library: "./gcp/library" },
  azure: { entry: "cdktf-finops/azure", floor: "./azure/floor", library: "./azure/library", wide: "subscriptions" },
  oci: { entry: "cdktf-finops/oci", floor: "./oci/floor", library: "./oci/library" },
};

/** Benchmark of a cloud by its name. */
export function benchmarkOf(cloud: string): CloudBenchmark {
  const benchmark = CLOUDS[cloud];
  if (benchmark === undefined) {
    throw new Error(`the cloud must be one of ${Object.keys(CLOUDS).join(", ")}, got: '${cloud}'`);
  }
  return benchmark;
}
