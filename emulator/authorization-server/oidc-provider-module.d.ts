// oidc-provider's main module writes a warning to the console on Node 20, where it works; its provider module does not.
declare module "oidc-provider/lib/provider.js" {
  export { default as Provider } from "oidc-provider";
}
