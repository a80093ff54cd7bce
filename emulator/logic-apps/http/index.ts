export { authenticationTypes, authorizationHeader } from "./managed-identity";
export { parseDuration } from "../../clock";
export { retryPolicy, retryTypes } from "./retry-policy";
export { sendWithRetries, type ActionLimit, type Send, type Sent } from "./send-with-retries";
