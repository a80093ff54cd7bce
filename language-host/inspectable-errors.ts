import { inspect, type InspectOptions } from "node:util";

/**
 * Makes every error quick to inspect; to be called once, before anything can fail.
 *
 * Pulumi's SDK inspects, with colors, each error that a program does not catch. Coloring a stack, Node looks for the end
 * of a package's name after `node_modules/@scope/`, and where a frame has none it loops until no string is long enough:
 * for 13 s and 3.4 GB on Node 20.20. Source maps of the SDK give such frames (`node_modules/@pulumi/resource.ts`).
 * Without colors, the stack is printed as it is.
 *
 * https://github.com/nodejs/node/blob/v20.20.0/lib/internal/util/inspect.js (markNodeModules)
 */
export function makeErrorsInspectable(): void {
  Object.defineProperty(Error.prototype, inspect.custom, { configurable: true, writable: true, value: inspectPlainly });
}

function inspectPlainly(this: Error, depth: number, options: InspectOptions): string {
  // Node hands over its own `stylize` too, which colors whatever `colors` says.
  const plain = Object.fromEntries(Object.entries(options).filter(([key]) => key !== "stylize"));
  return inspect(this, { ...plain, depth, colors: false, customInspect: false });
}
