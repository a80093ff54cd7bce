import type { JsonObject } from "./json";

/**
 * A string that may be known only after deployment (a Pulumi `Output`). Definitions contain it and never read it, so that
 * everything around it is known at preview.
 */
export type Leaf = string | object;

/** Statuses of an action on which a later one may run. */
export type RunAfterStatus = "Succeeded" | "Failed" | "Skipped" | "TimedOut";

/** Conditions for an action to run: the allowed statuses of each named action. If empty, the action runs first. */
export type RunAfter = Readonly<Record<string, readonly RunAfterStatus[]>>;

/** Hides inputs, outputs or both from run history. */
export interface SecureData {
  readonly secureData: { readonly properties: readonly ("inputs" | "outputs")[] };
}

/** Limits one outbound request of an HTTP action, by an ISO 8601 duration. @default 120 seconds */
export interface RequestOptions {
  readonly requestOptions: { readonly timeout: string };
}

/** Number and spacing of an action's retries; intervals are ISO 8601 durations. */
export type RetryPolicy =
  | { readonly type: "none" }
  | { readonly type: "fixed" | "exponential"; readonly count: number; readonly interval: string };

/** Authentication of an HTTP action by a managed identity: the system-assigned one unless `identity` is set. */
export interface ManagedIdentityAuthentication {
  readonly type: "ManagedServiceIdentity";
  readonly audience: string;
  /** Resource ID of a user-assigned identity. */
  readonly identity?: Leaf;
}

interface ActionBase {
  /** One sentence, which the designer shows: at most 256 characters. */
  readonly description: string;
  readonly runAfter: RunAfter;
  readonly runtimeConfiguration?: SecureData;
}

/** Sends an HTTP request. */
export interface HttpAction extends ActionBase {
  readonly type: "Http";
  readonly inputs: {
    readonly method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
    readonly uri: string;
    readonly queries?: Readonly<Record<string, Leaf>>;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly authentication?: ManagedIdentityAuthentication;
    readonly retryPolicy?: RetryPolicy;
  };
  /**
   * Limits the action as a whole, its retries and their intervals included, by an ISO 8601 duration. One request is
   * limited by `requestOptions`. Source: the "Action timeout" of the designer,
   * https://github.com/Azure/LogicAppsUX
   */
  readonly limit?: { readonly timeout: string };
  readonly operationOptions?: string;
  readonly runtimeConfiguration?: SecureData & Partial<RequestOptions>;
}

/** Calls an operation of a connector through a connection. */
export interface ApiConnectionAction extends ActionBase {
  readonly type: "ApiConnection";
  readonly inputs: {
    readonly host: { readonly connection: { readonly name: string } };
    readonly method: string;
    readonly path: string;
    readonly queries?: Readonly<Record<string, Leaf>>;
    readonly body?: unknown;
    readonly retryPolicy?: RetryPolicy;
  };
  /** Limits the action as a whole, as of an HTTP action. */
  readonly limit?: { readonly timeout: string };
}

/** Computes a value, which run history shows. */
export interface ComposeAction extends ActionBase {
  readonly type: "Compose";
  readonly inputs: string;
}

/** Makes a value of each item of an array; `item()` is the item. */
export interface SelectAction extends ActionBase {
  readonly type: "Select";
  readonly inputs: { readonly from: string; readonly select: string | Readonly<Record<string, string>> };
}

/** Keeps the items of an array for which `where` is true; `item()` is the item. The designer calls it Filter array. */
export interface QueryAction extends ActionBase {
  readonly type: "Query";
  readonly inputs: { readonly from: string; readonly where: string };
}

/** A condition in its object form, such as `{ and: [{ equals: [a, b] }] }`. */
export type Condition = Readonly<Record<string, unknown>>;

/** Runs one branch or the other. */
export interface IfAction extends ActionBase {
  readonly type: "If";
  readonly expression: Condition;
  readonly actions: Actions;
  readonly else: { readonly actions: Actions };
}

/**
 * Runs its actions once for each item of a list; `items()` with its name is the item. A Terminate or a Response must stand
 * outside of it.
 * Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-control-flow-loops#for-each
 */
export interface ForeachAction extends Omit<ActionBase, "runtimeConfiguration"> {
  readonly type: "Foreach";
  readonly foreach: string;
  readonly actions: Actions;
  /** How many iterations run at a time, up to 50. @default 20 */
  readonly runtimeConfiguration?: { readonly concurrency: { readonly repetitions: number } };
}

/**
 * Runs its actions, and again until `expression` is true. At its limits it ends Succeeded all the same, unless
 * `operationOptions` say otherwise; a Terminate or a Response must stand outside of it.
 * Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-control-flow-loops#until-loop
 */
export interface UntilAction extends ActionBase {
  readonly type: "Until";
  readonly expression: string;
  readonly actions: Actions;
  /** The most iterations, up to 5,000, and the ISO 8601 duration after which none begins. */
  readonly limit: { readonly count: number; readonly timeout: string };
  readonly operationOptions?: "FailWhenLimitsReached";
}

/** Declares variables, at the top level of a definition. Run history shows their values. */
export interface InitializeVariableAction extends ActionBase {
  readonly type: "InitializeVariable";
  readonly inputs: { readonly variables: readonly Variable[] };
}

/** A variable with its first value. */
export type Variable =
  | { readonly name: string; readonly type: "string"; readonly value: string }
  | { readonly name: string; readonly type: "boolean"; readonly value: boolean | string }
  | { readonly name: string; readonly type: "integer"; readonly value: number | string };

/** Gives a variable another value, which run history shows. */
export interface SetVariableAction extends ActionBase {
  readonly type: "SetVariable";
  readonly inputs: { readonly name: string; readonly value: unknown };
}

/** Responds to the request that started the run. */
export interface ResponseAction extends ActionBase {
  readonly type: "Response";
  readonly kind: "Http";
  readonly inputs: {
    readonly statusCode: number | string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
}

/** Ends the run at once. */
export interface TerminateAction extends ActionBase {
  readonly type: "Terminate";
  readonly inputs: {
    readonly runStatus: "Failed";
    readonly runError: { readonly code: string; readonly message: string };
  };
}

export type Action =
  | HttpAction
  | ApiConnectionAction
  | ComposeAction
  | SelectAction
  | QueryAction
  | IfAction
  | ForeachAction
  | UntilAction
  | InitializeVariableAction
  | SetVariableAction
  | ResponseAction
  | TerminateAction;

export type Actions = Readonly<Record<string, Action>>;

/** Fires on a schedule. */
export interface RecurrenceTrigger {
  readonly type: "Recurrence";
  readonly recurrence: {
    readonly frequency: "Minute";
    readonly interval: number;
    readonly startTime: string;
    readonly timeZone: "UTC";
  };
  readonly runtimeConfiguration: { readonly concurrency: { readonly runs: 1 } };
}

/** Fires on an HTTP request. */
export interface RequestTrigger {
  readonly type: "Request";
  readonly kind: "Http";
  readonly inputs: { readonly method: "PUT"; readonly relativePath: string; readonly schema: object };
  readonly operationOptions: "EnableSchemaValidation";
  readonly runtimeConfiguration: SecureData;
}

/**
 * Declares a parameter. Its value comes from the workflow resource, and the default, which the designer shows, is empty;
 * a table, which is the same for every workflow, is the default itself.
 * Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-definition-language#parameters
 */
export type ParameterDeclaration =
  | { readonly type: "String"; readonly defaultValue: "" }
  | { readonly type: "Array"; readonly defaultValue: readonly JsonObject[] }
  | { readonly type: "Object"; readonly defaultValue: Readonly<Record<string, never>> };

/** A workflow definition of Azure Logic Apps (Consumption). */
export interface WorkflowDefinition {
  readonly $schema: string;
  readonly contentVersion: string;
  readonly parameters: Readonly<Record<string, ParameterDeclaration>>;
  readonly triggers: Readonly<Record<string, RecurrenceTrigger | RequestTrigger>>;
  readonly actions: Actions;
  readonly outputs: Readonly<Record<string, never>>;
}

/** Hides an action's inputs and outputs. Every action that handles a secret needs both; nothing is inherited. */
export const secured: SecureData = { secureData: { properties: ["inputs", "outputs"] } };

/** Makes a definition with the schema and version that Logic Apps requires. */
export function workflowDefinition(
  parts: Pick<WorkflowDefinition, "parameters" | "triggers" | "actions">,
): WorkflowDefinition {
  return {
    $schema:
      "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#",
    contentVersion: "1.0.0.0",
    ...parts,
    outputs: {},
  };
}
