import type { ArmType } from "../../azure";
import type { JsonObject } from "../../definition/json";
import type { Success } from "../provenance";
import { behaviours } from "./behaviours";
import type { ArmServices } from "./resource-provider";

/** An answer of Azure Resource Manager. */
export interface ArmAnswer {
  /** The behaviour that it shows, with the status. */
  readonly record: Success;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A request that an operation's path matched. */
export interface OperationRequest {
  readonly match: RegExpExecArray;
  readonly path: string;
  readonly apiVersion: string;
  readonly query: URLSearchParams;
  readonly body: JsonObject;
}

/** The control-plane action that a caller needs, and the resource on which it needs it. */
export interface NeededAction {
  readonly action: string;
  readonly scope: string;
}

/** An operation other than PUT, GET and DELETE of a resource's own ID: a list, a subresource, an action. */
export interface ArmOperation {
  readonly method: "GET" | "POST" | "PUT";
  readonly path: RegExp;
  /** Resource type whose API versions the operation accepts. */
  readonly type: ArmType;
  /** Query parameters that are accepted besides the api-version. @default any, ignored */
  readonly parameters?: readonly string[];
  /** Permission of principals other than the deployer. @default the deployer only */
  needs?(match: RegExpExecArray): NeededAction;
  /** @throws {ArmError} for requests that Azure would refuse, or that are not emulated */
  respond(request: OperationRequest, services: ArmServices): ArmAnswer | Promise<ArmAnswer>;
}

/** A GET of a list or a subresource. */
export interface View {
  readonly path: RegExp;
  readonly type: ArmType;
  /** Query parameters that are accepted besides the api-version. */
  readonly parameters: readonly string[];
  /** @param match of `path` @throws {ArmError} for resources that do not exist, and for requests that are not emulated */
  show(this: void, match: RegExpExecArray, query: URLSearchParams, services: ArmServices): unknown;
}

/** Makes an operation of a view. */
export function viewOperation({ path, type, parameters, show }: View): ArmOperation {
  const respond: ArmOperation["respond"] = ({ match, query }, services) => ({
    record: behaviours.read,
    body: show(match, query, services),
  });
  return { method: "GET", path, type, parameters, respond };
}
