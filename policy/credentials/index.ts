export { knownShape } from "./known-shapes";
export { credentialPlaces } from "./credential-places";
export { findCredentials, isLiteralCredential } from "./find-credentials";
export type { Randomness } from "./random-text";
export { isCredentialName } from "./secret-names";
