import { types } from "node:util";

// cdktf captures a stack trace of unlimited depth for each token and each resource, to which jest maps every frame to its
// source: nine tenths of the time of a test that creates a stack. Nobody reads those, so only errors get stack traces.

const captureStackTrace = Error.captureStackTrace.bind(Error);

Error.captureStackTrace = (target: { stack?: string }, below) => {
  if (types.isNativeError(target)) {
    captureStackTrace(target, below);
  } else {
    target.stack = "";
  }
};
