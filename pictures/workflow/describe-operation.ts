import type { JsonObject } from "../../definition";
import { asObject, asString } from "../../definition/json";
import { describeConnectorCall, describeRequest } from "./describe-request";

/** Names that the designer shows for types of triggers and actions, by the type in lower case. */
const names: ReadonlyMap<string, string> = new Map([
  ["apimanagement", "API Management"],
  ["appendtoarrayvariable", "Append to array variable"],
  ["appendtostringvariable", "Append to string variable"],
  ["compose", "Compose"],
  ["decrementvariable", "Decrement variable"],
  ["foreach", "For each"],
  ["function", "Azure Function"],
  ["httpwebhook", "HTTP webhook"],
  ["if", "Condition"],
  ["incrementvariable", "Increment variable"],
  ["initializevariable", "Initialize variable"],
  ["javascriptcode", "Execute JavaScript code"],
  ["join", "Join"],
  ["parsejson", "Parse JSON"],
  ["query", "Filter array"],
  ["recurrence", "Recurrence"],
  ["request", "When an HTTP request is received"],
  ["response", "Response"],
  ["scope", "Scope"],
  ["select", "Select"],
  ["sendtobatch", "Send to batch"],
  ["setvariable", "Set variable"],
  ["slidingwindow", "Sliding window"],
  ["switch", "Switch"],
  ["table", "Create table"],
  ["terminate", "Terminate"],
  ["until", "Until"],
  ["wait", "Delay"],
  ["workflow", "Call a Logic App"],
]);

/**
 * Describes what an action or a trigger does, in the designer's words. Of what it sends, only the operation and a literal
 * host are shown: never a path, a query, a header or a body.
 */
export function describeOperation(type: string, action: JsonObject): string {
  const kind = type.toLowerCase();
  const inputs = asObject(action.inputs);
  switch (kind) {
    case "http":
      return describeRequest(inputs);
    case "apiconnection":
    case "apiconnectionwebhook":
    case "apiconnectionnotification":
      return describeConnectorCall(inputs);
    case "serviceprovider":
      return describeBuiltIn(inputs);
    case "terminate":
      return withDetail("Terminate", literal(inputs.runStatus));
    case "response":
      return withDetail("Response", literal(inputs.statusCode));
    case "recurrence":
      return withDetail("Recurrence", describeRecurrence(asObject(action.recurrence)));
    default:
      return names.get(kind) ?? (type === "" ? "Unknown" : type);
  }
}

/** https://learn.microsoft.com/azure/connectors/built-in#service-provider-based-connectors */
function describeBuiltIn(inputs: JsonObject): string {
  const { serviceProviderId, operationId } = asObject(inputs.serviceProviderConfiguration);
  const provider = asString(serviceProviderId).replace(/^.*\//, "");
  return withDetail(provider === "" ? "Built-in connector" : `Built-in connector ${provider}`, literal(operationId));
}

function describeRecurrence({ frequency, interval }: JsonObject): string {
  const unit = literal(frequency).toLowerCase();
  const count = literal(interval);
  if (unit === "" || count === "") return "";
  return count === "1" ? `every ${unit}` : `every ${count} ${unit}s`;
}

/** A text or a number that is not an expression; empty for anything else. */
function literal(value: unknown): string {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && !value.includes("@") ? value : "";
}

function withDetail(name: string, detail: string): string {
  return detail === "" ? name : `${name}: ${detail}`;
}
