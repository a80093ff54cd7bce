import { connectionKey } from "../../connector/operation/set-secret-action";
import type { ManagedConnector } from "./deployed-refresh";

/** App setting with the address that a connection gets when it is created, `https://….azure-apihub.net/apim/…`. */
const runtimeUrlSetting = "SET_SECRET_CONNECTION_RUNTIME_URL";

/**
 * What `connections.json` needs for workflows of a Standard app that use the Set secret connector, in the form that
 * the designer of Visual Studio Code writes: https://github.com/Azure/LogicAppsUX
 *
 * @param connectionName name of a connection of the kind V2, in the connector's resource group
 */
export function managedConnection({ id }: ManagedConnector, connectionName: string): object {
  const [, provider = ""] = id.split(/\/providers\//i);
  const group =
    "/subscriptions/@{appsetting('WORKFLOWS_SUBSCRIPTION_ID')}/resourceGroups/" +
    "@{appsetting('CUSTOM_CONNECTOR_RESOURCE_GROUP_NAME')}";
  return {
    managedApiConnections: {
      [connectionKey]: {
        api: { id: `${group}/providers/${provider}` },
        connection: { id: `${group}/providers/Microsoft.Web/connections/${connectionName}` },
        connectionRuntimeUrl: `@appsetting('${runtimeUrlSetting}')`,
        authentication: { type: "ManagedServiceIdentity" },
      },
    },
  };
}
