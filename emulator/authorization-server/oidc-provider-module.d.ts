// oidc-provider's main module writes a warning to the console on Node 20, where it works; its provider module does not.
declare module "oidc-provider/lib/provider.js" {
  export { default as Provider } from "oidc-provider";
}

/** Part of oidc-provider that keeps a request's context. */
declare module "oidc-provider/lib/helpers/als.js" {
  import type { AsyncLocalStorage } from "node:async_hooks";

  const requestContext: AsyncLocalStorage<unknown>;
  export default requestContext;
}
