import { createRequire } from "node:module";

/** The part of Pulumi's runtime that watches for promises that a program never settles. */
interface Debuggable {
  debuggablePromise: <Value>(promise: Promise<Value>) => Promise<Value>;
}

/**
 * Leaves out the stack trace that Pulumi's runtime keeps of each promise, dozens for a resource, should a program never
 * settle it. Node maps each line of it to its TypeScript: a quarter of the time of all tests.
 * https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/runtime/debuggable.ts
 */
const debuggable = createRequire(__filename)("@pulumi/pulumi/runtime/debuggable") as Debuggable;
debuggable.debuggablePromise = (promise) => promise;
