import { namedDataActions, permittedOperations } from "../../model";
import type { Rule } from "../../rule/rule";

interface Configuration {
  /** Permissions on secrets that a workload may not hold. */
  readonly forbidden: readonly string[];
}

export const destructivePermissions: Rule<Configuration> = {
  id: "destructive-permissions",
  sentence: "No workload may delete, purge, back up, restore or recover secrets, or use keys, certificates or storage.",
  fault: "A workload may delete, purge, back up, restore or recover secrets, or use keys, certificates or storage.",
  level: "mandatory",
  levelReason:
    "What they do cannot be undone. A workflow that does need one of them is exempted, or the list is changed.",
  reason:
    "A workflow that reads or writes secrets needs none of these, and each can destroy or extract a vault's secrets.",
  remediation: "Leave these permissions out of the access policy, and use a role without them.",
  reference: "https://learn.microsoft.com/azure/key-vault/general/assign-access-policy",
  configuration: {
    schema: {
      type: "object",
      properties: {
        forbidden: {
          type: "array",
          items: { type: "string" },
          description: "Permissions on secrets that a workload may not hold.",
        },
      },
      additionalProperties: false,
    },
    defaults: { forbidden: ["all", "delete", "purge", "backup", "restore", "recover"] },
  },
  evaluate(model, { forbidden }, report) {
    for (const { urn, principal, gives, paths } of model.grants) {
      if (!model.workloads.has(principal)) continue;
      if (gives.kind === "accessPolicy") {
        if (gives.mayBeMore === true) report.undecided({ urn, path: paths.rights });
        const { secrets = [], ...others } = gives.permissions;
        const held = secrets.filter((permission) => forbidden.includes(permission));
        const foreign = Object.entries(others).filter(([, permissions]) => permissions.length > 0);
        if (held.length > 0) {
          report.finding({ urn, path: `${paths.rights}.secrets`, message: `A workload holds ${held.join(", ")}.` });
        }
        for (const [kind] of foreign) {
          report.finding({
            urn,
            path: `${paths.rights}.${kind}`,
            message: `A workload holds permissions on ${kind}.`,
          });
        }
      } else if (gives.role.known) {
        const { name, permissions } = gives.role;
        const held = permittedOperations(permissions).filter(({ permission }) => forbidden.includes(permission));
        // readMetadata is what `list` needs too, so it opens a deleted secret's metadata to whoever may list.
        const verbs = [...new Set(held.map(({ permission }) => permission))];
        if (verbs.length > 0) {
          const message = `The role "${name}" lets a workload ${verbs.join(", ")} secrets.`;
          report.finding({ urn, path: paths.rights, message });
        }
        const foreign = namedDataActions(gives.role).filter(
          (action) => !/\/secrets\/|^Microsoft\.KeyVault\/vaults\/\*/i.test(action),
        );
        if (foreign.length > 0) {
          const message = `The role "${name}" grants a workload access to more than secrets: ${foreign.join(", ")}.`;
          report.finding({ urn, path: paths.rights, message });
        }
      } else report.undecided({ urn, path: paths.rights });
    }
  },
};
