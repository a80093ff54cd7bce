import { asObject, type JsonObject } from "../../definition";
import type { StackConnection, StackWorkflow } from "./stack-definitions";

/**
 * Reads the values of a connection that a workflow has among its `$connections`, in whichever form they are given.
 *
 * @param api name of the managed connector
 */
export function connectionValues(
  { values, madeFrom }: StackWorkflow,
  key: string,
  api: string,
  connections: readonly StackConnection[],
): JsonObject {
  const entry = Object.entries(asObject(values.$connections)).find(
    ([name]) => name.toLowerCase() === key.toLowerCase(),
  );
  const { connectionId, connectionName } = asObject(entry?.[1]);
  const wanted = [connectionName, typeof connectionId === "string" ? connectionId.split("/").at(-1) : undefined];
  const isWanted = (name: unknown): boolean => typeof name === "string" && wanted.includes(name);
  const isOfApi = (id: unknown): boolean =>
    typeof id === "string" && id.toLowerCase().endsWith(`/managedapis/${api.toLowerCase()}`);
  const found =
    connections.find(({ name }) => isWanted(name)) ??
    connections.find(({ urn, properties }) => madeFrom.has(urn) && isOfApi(asObject(properties.api).id));
  const { alternativeParameterValues, parameterValueSet, parameterValues } = found?.properties ?? {};
  const inSet = Object.entries(asObject(asObject(parameterValueSet).values)).map(
    ([name, value]) => [name, asObject(value).value] as const,
  );
  return { ...asObject(parameterValues), ...Object.fromEntries(inSet), ...asObject(alternativeParameterValues) };
}
