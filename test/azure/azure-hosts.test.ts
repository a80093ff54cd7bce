import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  clouds,
  managementAudiencesOf,
  serviceBusAudiences,
  serviceBusHost,
  vaultAddress,
  vaultAudiences,
  vaultHost,
  workflowHost,
} from "../../azure";

describe("Azure's hosts and audiences", () => {
  for (const [what, pattern, matching, other] of [
    [
      "hosts of vaults",
      vaultHost,
      ["kv.vault.azure.net", "KV.vault.azure.cn", "kv.vault.usgovcloudapi.net"],
      ["vault.azure.net", "kv.vaultXazure.net", "kv.vault.azure.net.example.com"],
    ],
    [
      "audiences of vaults",
      vaultAudiences,
      ["https://vault.azure.net", "https://vault.azure.cn/", "https://vault.usgovcloudapi.net"],
      ["https://kv.vault.azure.net", "http://vault.azure.net", "https://vault.azure.net/.default"],
    ],
    [
      "hosts of callback URLs",
      workflowHost,
      ["prod-00.westeurope.logic.azure.com", "prod-05.chinaeast2.logic.azure.cn", "prod-58.usgovtexas.logic.azure.us"],
      ["logic.azure.com", "prod-00.westeurope.logic.azure.net"],
    ],
    [
      "audiences of Service Bus",
      serviceBusAudiences,
      ["https://servicebus.azure.net", "https://servicebus.usgovcloudapi.net/", "https://servicebus.azure.cn"],
      ["https://eventhubs.azure.net", "https://sb.servicebus.windows.net", "https://servicebus.azure.net/.default"],
    ],
    [
      "hosts of namespaces",
      serviceBusHost,
      ["erp.servicebus.windows.net", "ERP-1.ServiceBus.usgovcloudapi.net", "erp.servicebus.chinacloudapi.cn"],
      ["servicebus.windows.net", "a.b.servicebus.windows.net", "erp.example.com"],
    ],
  ] as const) {
    it(`tell ${what} in every cloud from anything else`, () => {
      assert.deepEqual(
        [...matching, ...other].filter((text) => pattern.test(text)),
        matching,
      );
    });
  }

  it("address a vault, and Azure Resource Manager by both of its audiences", () => {
    assert.equal(vaultAddress(clouds.usgovernment, "kv"), "https://kv.vault.usgovcloudapi.net");
    assert.deepEqual(managementAudiencesOf(clouds.china), [
      "https://management.chinacloudapi.cn",
      "https://management.chinacloudapi.cn/",
      "https://management.core.chinacloudapi.cn",
      "https://management.core.chinacloudapi.cn/",
    ]);
  });
});
