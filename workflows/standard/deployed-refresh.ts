import type { JsonObject } from "../../definition/json";

/** A refresh Logic App as a stack's state shows it. */
export interface DeployedRefresh {
  /** Name in the program, such as `refresh-salesforce-token`. */
  readonly name: string;
  readonly definition: JsonObject;
  /** Values of the definition's parameters, each `{ value }`. */
  readonly parameters: JsonObject;
}

/** The connector that other workflows of the app may use, in parts that are not secret. */
export interface ManagedConnector {
  /** ARM resource ID of the custom connector. */
  readonly id: string;
  readonly location: string;
}
