import assert from "node:assert/strict";
import { AzureAuthorityHosts } from "@azure/identity";
import { describe, it } from "mocha";
import { allClouds, clouds, type Cloud } from "../../azure";

/** Microsoft's own table of each cloud's endpoints: https://github.com/Azure/go-autorest/blob/main/autorest/azure/environments.go */
const autorest = {
  public: {
    ServiceManagementEndpoint: "https://management.core.windows.net/",
    ResourceManagerEndpoint: "https://management.azure.com/",
    ActiveDirectoryEndpoint: "https://login.microsoftonline.com/",
    StorageEndpointSuffix: "core.windows.net",
    KeyVaultDNSSuffix: "vault.azure.net",
    ServiceBusEndpointSuffix: "servicebus.windows.net",
    TokenAudience: "https://management.azure.com/",
    KeyVault: "https://vault.azure.net",
    ServiceBus: "https://servicebus.azure.net/",
  },
  usgovernment: {
    ServiceManagementEndpoint: "https://management.core.usgovcloudapi.net/",
    ResourceManagerEndpoint: "https://management.usgovcloudapi.net/",
    ActiveDirectoryEndpoint: "https://login.microsoftonline.us/",
    StorageEndpointSuffix: "core.usgovcloudapi.net",
    KeyVaultDNSSuffix: "vault.usgovcloudapi.net",
    ServiceBusEndpointSuffix: "servicebus.usgovcloudapi.net",
    TokenAudience: "https://management.usgovcloudapi.net/",
    KeyVault: "https://vault.usgovcloudapi.net",
    ServiceBus: "https://servicebus.azure.net/",
  },
  china: {
    ServiceManagementEndpoint: "https://management.core.chinacloudapi.cn/",
    ResourceManagerEndpoint: "https://management.chinacloudapi.cn/",
    ActiveDirectoryEndpoint: "https://login.chinacloudapi.cn/",
    StorageEndpointSuffix: "core.chinacloudapi.cn",
    KeyVaultDNSSuffix: "vault.azure.cn",
    ServiceBusEndpointSuffix: "servicebus.chinacloudapi.cn",
    TokenAudience: "https://management.chinacloudapi.cn/",
    KeyVault: "https://vault.azure.cn",
    ServiceBus: "https://servicebus.azure.net/",
  },
};

function asAutorest(cloud: Cloud): (typeof autorest)["public"] {
  return {
    ServiceManagementEndpoint: `${cloud.serviceManagement}/`,
    ResourceManagerEndpoint: `${cloud.resourceManager}/`,
    ActiveDirectoryEndpoint: `https://${cloud.loginHost}/`,
    StorageEndpointSuffix: cloud.storageSuffix,
    KeyVaultDNSSuffix: cloud.vaultSuffix,
    ServiceBusEndpointSuffix: cloud.serviceBusSuffix,
    TokenAudience: `${cloud.resourceManager}/`,
    KeyVault: cloud.vaultAudience,
    ServiceBus: `${cloud.serviceBusAudience}/`,
  };
}

describe("The table of Azure's clouds", () => {
  for (const cloud of allClouds) {
    it(`has the endpoints of ${cloud.title} as Microsoft's client for Go has them`, () => {
      assert.deepEqual(asAutorest(cloud), autorest[cloud.name]);
    });
  }

  it("logs in where @azure/identity does", () => {
    const { AzurePublicCloud, AzureGovernment, AzureChina } = AzureAuthorityHosts;
    assert.deepEqual(
      allClouds.map(({ loginHost }) => `https://${loginHost}`),
      [AzurePublicCloud, AzureGovernment, AzureChina],
    );
  });

  it("has no host or audience of one cloud in another, apart from the audience of Service Bus", () => {
    const shared = Object.keys(clouds.public).filter((key) => {
      const values = allClouds.map((cloud) => cloud[key as keyof Cloud]);
      return typeof values[0] === "string" && new Set(values).size < values.length;
    });
    assert.deepEqual(shared, ["serviceBusAudience"]);
  });
});
