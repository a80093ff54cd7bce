import { armResource, idInResourceGroup } from "../azure-native-type";
import { tags, type Shape } from "../shape";

const oAuthSettings: Shape = {
  properties: {
    clientId: "scalar",
    clientSecret: "scalar",
    customParameters: { valuesOf: { properties: { options: "untyped", uiDefinition: "untyped", value: "scalar" } } },
    identityProvider: "scalar",
    properties: "untyped",
    redirectUrl: "scalar",
    scopes: { itemsOf: "scalar" },
  },
};

const wsdlDefinition: Shape = {
  properties: {
    content: "scalar",
    importMethod: "scalar",
    service: { properties: { endpointQualifiedNames: { itemsOf: "scalar" }, qualifiedName: "scalar" } },
    url: "scalar",
  },
};

const properties: Shape = {
  properties: {
    apiDefinitions: { properties: { modifiedSwaggerUrl: "scalar", originalSwaggerUrl: "scalar" } },
    apiType: "scalar",
    backendService: { properties: { serviceUrl: "scalar" } },
    brandColor: "scalar",
    capabilities: { itemsOf: "scalar" },
    connectionParameters: { valuesOf: { properties: { oAuthSettings, type: "scalar" } } },
    description: "scalar",
    displayName: "scalar",
    iconUri: "scalar",
    runtimeUrls: { itemsOf: "scalar" },
    swagger: "untyped",
    wsdlDefinition,
  },
};

/** `web.CustomApi`, a custom connector. */
export const customApi = armResource({
  token: "azure-native:web:CustomApi",
  armType: "Microsoft.Web/customApis",
  name: { property: "apiName", generated: "hexadecimal" },
  pathInputs: ["resourceGroupName", "subscriptionId", "apiName"],
  required: ["resourceGroupName"],
  top: { location: "scalar", properties, tags },
  id: idInResourceGroup("Microsoft.Web/customApis", "apiName"),
  response: { etag: "scalar" },
});
