export { findUnreadResources, unreadResources } from "./unread-resources";
export { encryptedDefinitions, findEncryptedDefinitions } from "./encrypted-definitions";
export { InputError } from "./input-error";
export { readEventLog } from "./read-event-log";
export { readState, parseStack } from "./read-state";
export { sourcePositionIn } from "./source-positions";
