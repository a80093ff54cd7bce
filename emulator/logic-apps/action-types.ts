import { asList, asObject, asString, type JsonObject } from "../../definition/json";
import type { Secured } from "./run-history";

interface ActionType {
  /** Properties of `inputs` that the runtime has; undefined when `inputs` is free. */
  readonly inputs?: readonly string[];
  readonly required?: readonly string[];
  /** Values of `operationOptions`. @default the property is unknown */
  readonly operationOptions?: readonly string[];
  /** Properties of the action beside those that every action has. */
  readonly properties?: readonly string[];
  readonly secureData: readonly ("inputs" | "outputs")[];
  /** Properties of `runtimeConfiguration` besides `secureData`. @default none */
  readonly runtimeConfiguration?: readonly string[];
}

const requestInputs = ["method", "queries", "headers", "body", "retryPolicy"];

/**
 * The action types that the runtime has.
 * Parts that can be secured: https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app#secure-data-code-view
 */
export const actionTypes: ReadonlyMap<string, ActionType> = new Map<string, ActionType>([
  [
    "Http",
    {
      inputs: [...requestInputs, "uri", "authentication"],
      required: ["method", "uri"],
      operationOptions: ["SuppressWorkflowHeaders", "DisableAsyncPattern"],
      properties: ["limit"],
      // https://learn.microsoft.com/azure/connectors/connectors-native-http
      runtimeConfiguration: ["requestOptions"],
      secureData: ["inputs", "outputs"],
    },
  ],
  [
    "ApiConnection",
    {
      inputs: [...requestInputs, "host", "path"],
      required: ["host", "path"],
      properties: ["limit"],
      secureData: ["inputs", "outputs"],
    },
  ],
  ["Compose", { secureData: ["inputs"] }],
  ["ParseJson", { inputs: ["content", "schema"], required: ["content", "schema"], secureData: ["inputs"] }],
  // https://learn.microsoft.com/azure/logic-apps/logic-apps-perform-data-operations
  ["Select", { inputs: ["from", "select"], required: ["from", "select"], secureData: ["inputs", "outputs"] }],
  ["Query", { inputs: ["from", "where"], required: ["from", "where"], secureData: ["inputs", "outputs"] }],
  ["InitializeVariable", { inputs: ["variables"], required: ["variables"], secureData: [] }],
  ["SetVariable", { inputs: ["name", "value"], required: ["name", "value"], secureData: [] }],
  [
    "Response",
    { inputs: ["statusCode", "headers", "body", "schema"], required: ["statusCode"], secureData: ["inputs"] },
  ],
  ["Terminate", { inputs: ["runStatus", "runError"], required: ["runStatus"], secureData: [] }],
  ["Wait", { inputs: ["interval", "until"], secureData: ["inputs"] }],
  ["If", { properties: ["expression", "actions", "else"], secureData: [] }],
  ["Switch", { properties: ["expression", "cases", "default"], secureData: [] }],
  ["Scope", { properties: ["actions"], secureData: [] }],
  // https://learn.microsoft.com/azure/logic-apps/logic-apps-control-flow-loops
  [
    "Foreach",
    {
      operationOptions: ["Sequential"],
      properties: ["foreach", "actions"],
      runtimeConfiguration: ["concurrency"],
      secureData: [],
    },
  ],
  [
    "Until",
    {
      operationOptions: ["FailWhenLimitsReached"],
      properties: ["expression", "actions", "limit"],
      secureData: [],
    },
  ],
]);

/** Action types that run their actions any number of times. */
export const loopTypes: readonly string[] = ["Foreach", "Until"];

/** Action types that hold other actions. */
export const controlTypes: readonly string[] = ["If", "Switch", "Scope", ...loopTypes];

/** The parts of an action or a trigger that its `secureData` names. */
export function declaredSecureData(operation: JsonObject): readonly string[] {
  const { properties } = asObject(asObject(operation.runtimeConfiguration).secureData);
  return asList(properties).map(asString);
}

/** Returns the parts of an action that run history hides: Compose, ParseJson and Response hide their outputs with their inputs. */
export function securedParts(action: JsonObject): Secured {
  const declared = declaredSecureData(action);
  const inputs = declared.includes("inputs");
  const both = ["Compose", "ParseJson", "Response"].includes(asString(action.type));
  return { inputs, outputs: declared.includes("outputs") || (both && inputs) };
}

/** The `requestOptions` of an HTTP action, which limit one request. */
export function requestOptionsOf(action: JsonObject): JsonObject {
  return asObject(asObject(action.runtimeConfiguration).requestOptions);
}
