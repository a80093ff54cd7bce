import { isUnknown } from "../../model";
import type { Rule } from "../../rule/rule";

interface Configuration {
  /** Days for which a deleted vault must be kept. */
  readonly minimumRetentionDays: number;
}

export const vaultRecovery: Rule<Configuration> = {
  id: "vault-recovery",
  sentence: "A deleted vault can be recovered, and cannot be purged before its retention period ends.",
  fault: "A deleted vault cannot be recovered, or can be purged before its retention period ends.",
  level: "mandatory",
  levelReason: "Secrets of a purged vault are lost, and purge protection costs nothing.",
  reason: "Without purge protection, anyone who may delete a vault can permanently destroy every secret in it.",
  remediation: "Set enablePurgeProtection: true, and leave enableSoftDelete on.",
  reference: "https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview",
  configuration: {
    schema: {
      type: "object",
      properties: {
        minimumRetentionDays: {
          type: "integer",
          minimum: 7,
          maximum: 90,
          description: "Days for which a deleted vault must be kept.",
        },
      },
      additionalProperties: false,
    },
    defaults: { minimumRetentionDays: 7 },
  },
  evaluate({ vaults }, { minimumRetentionDays }, report) {
    for (const { urn, properties } of vaults) {
      const { enableSoftDelete, enablePurgeProtection, softDeleteRetentionInDays } = properties;
      // Azure's default is on, so only a vault that turns it off lacks it.
      const checks = {
        enableSoftDelete: [enableSoftDelete, enableSoftDelete !== false, "Soft delete is off."],
        enablePurgeProtection: [enablePurgeProtection, enablePurgeProtection === true, "Purge protection is off."],
        softDeleteRetentionInDays: [
          softDeleteRetentionInDays,
          typeof softDeleteRetentionInDays !== "number" || softDeleteRetentionInDays >= minimumRetentionDays,
          `A deleted vault is kept for fewer than ${minimumRetentionDays} days.`,
        ],
      } as const;
      for (const [property, [value, isRight, message]] of Object.entries(checks)) {
        const path = `properties.${property}`;
        if (isUnknown(value)) report.undecided({ urn, path });
        else if (!isRight) report.finding({ urn, path, message });
      }
    }
  },
};
