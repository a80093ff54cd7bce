import { asObject } from "../../../definition";
import { isUnknown } from "../../model";
import type { Rule } from "../../rule/rule";
import { noConfiguration } from "../../rule/rule";

export const vaultNetwork: Rule = {
  id: "vault-network",
  sentence: "A vault is reachable from required networks only, not from the whole internet.",
  fault: "A vault is reachable from the whole internet.",
  level: "advisory",
  levelReason:
    "Multitenant Logic Apps share their outbound addresses with other customers, so a firewall is not always worth its upkeep.",
  reason: "A stolen credential is useless to an attacker whom the vault's firewall blocks.",
  remediation:
    'Set networkAcls.defaultAction to "Deny" and allow the outbound addresses of Logic Apps in the region. Where ' +
    "they are shared with other customers and too many, exempt the vault with that reason.",
  reference: "https://learn.microsoft.com/azure/key-vault/general/network-security",
  configuration: noConfiguration,
  evaluate({ vaults }, _, report) {
    for (const { urn, properties } of vaults) {
      const { publicNetworkAccess, networkAcls } = properties;
      const { defaultAction } = asObject(networkAcls);
      if (says(publicNetworkAccess, "disabled") || says(defaultAction, "deny")) continue;
      const path = "properties.networkAcls.defaultAction";
      if ([publicNetworkAccess, networkAcls, defaultAction].some(isUnknown)) report.undecided({ urn, path });
      else report.finding({ urn, path, message: "The vault is reachable from any address." });
    }
  },
};

function says(value: unknown, wanted: string): boolean {
  return typeof value === "string" && value.toLowerCase() === wanted;
}
