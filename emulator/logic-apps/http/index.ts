export { authenticationTypes, authorizationHeader } from "./managed-identity";
export { parseDuration } from "../../clock";
export { retryPolicy, retryTypes } from "./retry-policy";
export { statusName } from "./status-name";
export { sendWithRetries, type ActionLimit, type Send, type Sent } from "./send-with-retries";
