export { connectorRequest } from "./connector-request";
