export { encryptedDefinitions, findEncryptedDefinitions } from "./encrypted-definitions";
export { InputError } from "./input-error";
export { readEventLog } from "./read-event-log";
export { readState, stackOfState } from "./read-state";
