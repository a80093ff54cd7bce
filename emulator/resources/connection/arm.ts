import { asObject, asString, type JsonObject } from "../../../definition/json";
import type { ConnectorConnection } from "../../logic-apps";
import { ArmError } from "../errors";
import { isSameLocation } from "../location";
import type { ResourceProvider, ArmServices } from "../resource-provider";
import type { ResourceStore, StoredResource } from "../resource-store";
import { behaviours } from "./behaviours";
import { exercise } from "../../provenance";

const type = "Microsoft.Web/connections";

/** Microsoft.Web/connections, to custom connectors. */
export function connections({ clock, store }: ArmServices): ResourceProvider {
  return {
    type,
    located: true,
    put: ({ target, body, existing }) => {
      const { parameterValues, ...given } = asObject(body.properties);
      const connector = connectorOf(store, target.name, body);
      const declared = asObject(asObject(connector.body.properties).connectionParameters);
      const unknown = Object.keys(asObject(parameterValues)).find((name) => !(name in declared));
      if (unknown !== undefined) {
        const message = `The connector '${connector.name}' has no connection parameter '${unknown}'.`;
        throw new ArmError(behaviours.unknownParameter, message);
      }
      const now = clock.now().toISOString();
      const properties: JsonObject = {
        ...given,
        api: { name: connector.name, ...asObject(given.api), type: "Microsoft.Web/customApis" },
        statuses: statusesOf(Object.keys(declared), asObject(parameterValues)),
        createdTime: asObject(existing?.answer.properties).createdTime ?? now,
        changedTime: now,
      };
      return { ...body, properties };
    },
  };
}

function connectorOf(store: ResourceStore, connectionName: string, body: JsonObject): StoredResource {
  const apiId = asString(asObject(asObject(body.properties).api).id);
  if (/\/managedApis\//i.test(apiId)) {
    throw new ArmError(behaviours.connectorNotServed, `The emulator has no managed connectors: '${apiId}'.`);
  }
  const connector = store.get(apiId);
  if (connector?.type.toLowerCase() !== "microsoft.web/customapis") {
    throw new ArmError(
      behaviours.connectorNotFound,
      `The connector '${apiId}' of connection '${connectionName}' was not found.`,
    );
  }
  const [here, there] = [asString(body.location), asString(connector.body.location)];
  if (isSameLocation(here, there)) return connector;
  const message = `The connection '${connectionName}' is in '${here}', its connector '${connector.name}' in '${there}'.`;
  throw new ArmError(behaviours.otherLocation, message);
}

function statusesOf(declared: readonly string[], values: JsonObject): readonly JsonObject[] {
  const missing = declared.find((name) => asString(values[name]) === "");
  if (missing === undefined) {
    exercise(behaviours.connected);
    return [{ status: "Connected" }];
  }
  exercise(behaviours.valueMissing);
  const error = { code: "ConfigurationNeeded", message: `Parameter value missing: ${missing}.` };
  return [{ status: "Error", target: missing, error }];
}

/** Finds the properties of a connection that the connector runtime needs; undefined for an unknown ID. */
export function findConnection(store: ResourceStore, connectionId: string): ConnectorConnection | undefined {
  const connection = store.get(connectionId);
  if (connection?.type.toLowerCase() !== type.toLowerCase()) return undefined;
  const properties = asObject(connection.body.properties);
  const connector = store.get(asString(asObject(properties.api).id));
  if (connector === undefined) return undefined;
  const { swagger, backendService } = asObject(connector.body.properties);
  const apiKey = apiKeyOf(swagger, asObject(properties.parameterValues));
  return {
    connectionId: connection.id,
    connectorId: connector.id,
    swagger,
    serviceUrl: asString(asObject(backendService).serviceUrl),
    ...(apiKey === undefined ? {} : { apiKey }),
  };
}

/** The parameter `api_key` is what pairs with the document's security definition of that type. */
function apiKeyOf(swagger: unknown, values: JsonObject): ConnectorConnection["apiKey"] {
  const definition = Object.values(asObject(asObject(swagger).securityDefinitions))
    .map(asObject)
    .find((candidate) => candidate.type === "apiKey");
  const value = asString(values.api_key);
  if (definition === undefined || value === "") return undefined;
  return { in: definition.in === "header" ? "header" : "query", name: asString(definition.name), value };
}
