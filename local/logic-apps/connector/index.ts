export { connectorRequest, type OperationCall } from "./connector-request";
