export { bindToRelay } from "./bind-to-relay";
export type { RelayAddress } from "./bind-to-relay";
export { relayDefinition } from "./relay/relay-definition";
export { connectionKey, setSecretByConnector, setSecretByHttp } from "./set-secret-action";
export type { ConnectorRequest, SetSecretParameters } from "./set-secret-action";
export { SetSecretConnector } from "./set-secret-connector";
export type { Connections, SetSecretConnectorArgs } from "./set-secret-connector";
export { setSecretDocument, setSecretPath } from "./set-secret-document";
export type { ConnectorDocument } from "./set-secret-document";
