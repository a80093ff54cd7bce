import { cloudNames, clouds, type CloudName } from "../../azure";
import { setSecretByHttp, setSecretPath } from "../../connector";
import type { HttpAction, RetryPolicy, RunAfter } from "../../definition";
import { asObject, asString, isObject, withoutKey, type JsonObject } from "../../definition/json";
import { mapJson } from "../../definition/map-json";
import { vaultRetries } from "../vault/vault-retries";

/**
 * The definition of a refresh in the form that a Standard app runs: Set secret by HTTP in place of the connector's
 * action, every request with the app's own identity, and parameters left to `parameters.json`.
 */
export function writeByHttp(definition: JsonObject): JsonObject {
  const cloud = cloudOf(definition);
  const actions = mapJson(definition.actions, (part) => {
    if (!isObject(part)) return part;
    if (part.type === "ManagedServiceIdentity") return withoutKey(part, "identity");
    return part.type === "ApiConnection" ? httpAction(part, cloud) : part;
  });
  return { ...withoutKey(definition, "parameters"), actions };
}

/** The HTTP action for one that `setSecretByConnector` made. */
function httpAction({ description, runAfter, inputs }: JsonObject, cloud: CloudName): HttpAction {
  const { path, body, retryPolicy } = asObject(inputs);
  return setSecretByHttp({
    cloud,
    description: asString(description),
    secretName: secretNameIn(asString(path)),
    parameters: body as Parameters<typeof setSecretByHttp>[0]["parameters"],
    runAfter: asObject(runAfter) as RunAfter,
    ...vaultRetries,
    retryPolicy: retryPolicy as RetryPolicy,
  });
}

/** The cloud of the vault that holds the client's secret, which every refresh reads by HTTP. */
function cloudOf({ actions }: JsonObject): CloudName {
  const text = JSON.stringify(actions);
  return cloudNames.find((name) => text.includes(JSON.stringify(clouds[name].vaultAudience))) ?? "public";
}

/** The name in a path such as `/secrets/@{encodeURIComponent('token')}`; the expression itself if it is not literal. */
function secretNameIn(path: string): string {
  const segment = path.slice(setSecretPath.indexOf("{"));
  return /^@\{encodeURIComponent\('([^']+)'\)\}$/.exec(segment)?.[1] ?? segment;
}
