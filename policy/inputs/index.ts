export { encryptedDefinitions, findEncryptedDefinitions } from "./encrypted-definitions";
export { InputError } from "./input-error";
export { previewProgram } from "./preview-program";
export { readEventLog } from "./read-event-log";
export { readState, stackOfState } from "./read-state";
export { stackOfDeployment } from "./stack-of-deployment";
