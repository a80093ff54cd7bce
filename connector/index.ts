export { bindToRelay } from "./operation/bind-to-relay";
export type { RelayAddress } from "./operation/bind-to-relay";
export { relayDefinition } from "./relay/relay-definition";
export { connectionKey, setSecretByConnector, setSecretByHttp } from "./operation/set-secret-action";
export type { ConnectorRequest, SetSecretParameters } from "./operation/set-secret-action";
export { SetSecretConnector } from "./set-secret-connector";
export type { Connections, SetSecretConnectorArgs } from "./set-secret-connector";
export { setSecretDocument, setSecretPath } from "./operation/set-secret-document";
export type { ConnectorDocument } from "./operation/set-secret-document";
