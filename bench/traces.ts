/** Stack traces that a synthesis captures: the same in each run, on every machine. */
export interface Traces {
  readonly traces: number;
  /** Sum of their depths. */
  readonly frames: number;
}

// cdktf and constructs have a copy each of the function that captures a stack trace of unlimited depth. Both call this one.

/** Counts the stack traces from now on. */
export function countTraces(): Traces {
  const capture = Error.captureStackTrace.bind(Error);
  const counted = { traces: 0, frames: 0 };
  Error.captureStackTrace = (target: { readonly stack?: string }, below) => {
    capture(target, below);
    counted.traces += 1;
    // The first line is not a frame.
    counted.frames += (target.stack ?? "").split("\n").length - 1;
  };
  return counted;
}

/** Makes all stack traces empty from now on. */
export function omitTraces(): void {
  Error.captureStackTrace = () => undefined;
}
