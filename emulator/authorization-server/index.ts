export {
  createAuthorizationServer,
  type AuthorizationServer,
  type AuthorizationServerOptions,
  type OAuthClient,
} from "./service";
