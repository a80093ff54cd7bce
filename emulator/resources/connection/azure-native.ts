import { armResource, idInResourceGroup } from "../azure-native-type";
import { tags, type Shape } from "../shape";

const strings: Shape = { valuesOf: "scalar" };

const error: Shape = {
  properties: { code: "scalar", etag: "scalar", location: "scalar", message: "scalar", tags },
};

/** No `parameterValueType`, `parameterValueSet`, `alternativeParameterValues`: azure-native 3.28 drops them. */
const properties: Shape = {
  properties: {
    api: {
      properties: {
        brandColor: "scalar",
        description: "scalar",
        displayName: "scalar",
        iconUri: "scalar",
        id: "scalar",
        name: "scalar",
        swagger: "untyped",
        type: "scalar",
      },
    },
    changedTime: "scalar",
    createdTime: "scalar",
    customParameterValues: strings,
    displayName: "scalar",
    nonSecretParameterValues: strings,
    parameterValues: strings,
    statuses: { itemsOf: { properties: { error, status: "scalar", target: "scalar" } } },
    testLinks: { itemsOf: { properties: { method: "scalar", requestUri: "scalar" } } },
  },
};

/** `web.Connection`, a connection to a connector. */
export const connection = armResource({
  token: "azure-native:web:Connection",
  armType: "Microsoft.Web/connections",
  name: { property: "connectionName", generated: "hexadecimal" },
  pathInputs: ["resourceGroupName", "subscriptionId", "connectionName"],
  required: ["resourceGroupName"],
  top: { location: "scalar", properties, tags },
  id: idInResourceGroup("Microsoft.Web/connections", "connectionName"),
  response: { etag: "scalar" },
});
