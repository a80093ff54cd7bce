export type { OAuthProvider } from "./oauth-provider";
export { findProvider, providers } from "./providers";
export { refusalOf } from "./refusals";
export {
  createAuthorizationServer,
  type AuthorizationServer,
  type AuthorizationServerOptions,
  type OAuthClient,
} from "./service";
