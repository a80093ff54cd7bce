export { authenticationTypes, authorizationHeader } from "./managed-identity";
export { parseDuration } from "./iso-duration";
export { retryPolicy, retryTypes } from "./retry-policy";
export { sendWithRetries, type ActionLimit, type Send, type Sent } from "./send-with-retries";
