// cdktf keeps a stack trace of each token and each resource, of any depth, and jest has every frame of it looked up in the
// source maps: nine tenths of the time of a test that makes a stack. Nobody reads those, so they are left as they are; those
// of errors are looked up.

const capture = Error.captureStackTrace.bind(Error);

Error.captureStackTrace = (of: { stack?: string }, below) => {
  const mapped = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
  if (!(of instanceof Error)) {
    Error.prepareStackTrace = (_, frames) => ["", ...frames.map(String)].join("\n    at ");
  }
  capture(of, below);
  // It is written when it is first read.
  Reflect.get(of, "stack");
  Object.defineProperty(Error, "prepareStackTrace", mapped ?? { value: undefined, writable: true, configurable: true });
};
