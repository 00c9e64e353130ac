// cdktf captures a stack trace of unlimited depth for each token and each resource, and jest maps every frame to its source:
// nine tenths of the time of a test that creates a stack. Nobody reads those, so only the stack traces of errors are mapped.

const captureStackTrace = Error.captureStackTrace.bind(Error);

Error.captureStackTrace = (target: { stack?: string }, below) => {
  const mappingDescriptor = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
  if (!(target instanceof Error)) {
    Error.prepareStackTrace = (_, frames) => ["", ...frames.map(String)].join("\n    at ");
  }
  captureStackTrace(target, below);
  // The stack trace is formatted when it is first read.
  Reflect.get(target, "stack");
  Object.defineProperty(
    Error,
    "prepareStackTrace",
    mappingDescriptor ?? { value: undefined, writable: true, configurable: true },
  );
};
