import { makeErrorsInspectable } from "../language-host";

export { SetSecretConnector } from "./set-secret-connector";
export { TokenRefresh } from "./token-refresh";

makeErrorsInspectable();
