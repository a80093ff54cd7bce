// Leaves what Pulumi's SDK serializes functions with to be loaded when something of it is used:
// docs/decisions/program/0036-deferred-serializer.md
const { createRequire, Module } = require("node:module");

/** npm's Arborist, and the TypeScript that is installed or that the SDK brings, by the ids that the SDK requires. */
const serializer = ["@npmcli/arborist", "./typescript-shim"];

/**
 * Defers the modules by which the SDK serializes functions: for programs without dynamic providers, in whose process
 * nothing has required the SDK yet. What the SDK does not have, or has loaded, stays as it is.
 *
 * @param {string} file absolute path of a module that requires the SDK
 */
function deferSerializer(file) {
  const sdk = resolveFrom(file, "@pulumi/pulumi");
  if (sdk === undefined) return;
  for (const id of serializer) {
    const path = resolveFrom(sdk, id);
    if (path !== undefined && !(path in require.cache)) require.cache[path] = deferredModule(path);
  }
}

function resolveFrom(file, id) {
  try {
    return createRequire(file).resolve(id);
  } catch (error) {
    if (error.code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

/** A module for Node's cache: https://nodejs.org/docs/latest-v20.x/api/modules.html#requirecache */
function deferredModule(path) {
  let loaded;
  const load = () => {
    delete require.cache[path];
    return createRequire(path)(path);
  };
  const get = (_, name) => {
    // The SDK's imports ask for it at once, and take such an object as it is.
    if (name === "__esModule") return true;
    loaded ??= load();
    return loaded[name];
  };
  return Object.assign(new Module(path), { filename: path, loaded: true, exports: new Proxy({}, { get }) });
}

module.exports = { deferSerializer, serializer };
