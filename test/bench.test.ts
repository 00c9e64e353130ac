import { type IResolvable, Lazy } from "cdktf";
import { CLOUDS } from "../bench/clouds";
import { differences, differencesOf } from "../bench/compare";
import { countTraces, omitTraces } from "../bench/traces";

describe.each(Object.keys(CLOUDS))("the floor of the benchmark for %s", (cloud) => {
  it("synthesizes the same as the library", () => {
    expect(differencesOf(cloud)).toEqual([]);
  });
});

describe("the comparison of two stacks", () => {
  const stack = (name: string, bucket: string): object => ({
    "//": { metadata: name },
    resource: {
      aws_s3_bucket: { [name]: { bucket, "//": { metadata: name } } },
      aws_s3_bucket_policy: { [`${name}_policy`]: { bucket: `\${aws_s3_bucket.${name}.id}` } },
    },
    data: { aws_partition: { [name]: {} } },
    output: { partition: { value: `\${data.aws_partition.${name}.partition}` } },
  });

  it("ignores the names of resources, and metadata", () => {
    expect(differences(stack("one", "acme"), stack("other", "acme"))).toEqual([]);
  });

  it("reports all other differences", () => {
    expect(differences(stack("one", "acme"), stack("other", "elsewhere"))).toEqual([
      'resource.aws_s3_bucket.aws_s3_bucket_0.bucket: the floor has "acme", the library "elsewhere"',
    ]);
    expect(differences(stack("one", "acme"), { ...stack("one", "acme"), data: {} })).toEqual([
      'data.aws_partition: the floor has {"aws_partition_0":{}}, the library undefined',
      'output.partition.value: the floor has "${data.aws_partition.aws_partition_0.partition}", the library "${data.aws_partition.one.partition}"',
    ]);
  });
});

describe("the stack traces of the benchmark", () => {
  const captureStackTrace = Error.captureStackTrace.bind(Error);

  // Tests capture no stack traces but those of errors.
  beforeEach(() => {
    Error.captureStackTrace = (target: { stack?: string }) => {
      target.stack = new Error().stack;
    };
  });
  const createToken = (): IResolvable => Lazy.anyValue({ produce: () => "" });
  const createTokenDeeper = (): IResolvable => createToken();

  afterEach(() => {
    Error.captureStackTrace = captureStackTrace;
  });

  it("are counted with their depths", () => {
    const counted = countTraces();
    const { creationStack: one } = createToken();
    const { creationStack: other } = createTokenDeeper();
    expect(other).toHaveLength(one.length + 1);
    expect(counted).toEqual({ traces: 2, frames: one.length + other.length });
  });

  it("can be omitted", () => {
    omitTraces();
    expect(createToken().creationStack).toEqual([]);
  });
});
