import { documented, inferred, reported } from "./behaviour";
import type { Reading } from "./reading";

const learn = "https://learn.microsoft.com";
const secretReference = `${learn}/azure/key-vault/secrets/about-secrets`;
const rbac = `${learn}/azure/role-based-access-control/troubleshooting`;
const secretScope = `${learn}/azure/key-vault/general/rbac-guide`;

/** Questions about resources: what is refused when they are deployed, and when they take effect. */
export const deploymentReadings = {
  grantEffect: {
    question: "When does a role assignment take effect?",
    alternatives: {
      atOnce: inferred("A role assignment takes effect before the next request", rbac),
      afterMinutes: documented("A role assignment takes up to 10 minutes to take effect", rbac),
    },
    default: "atOnce",
  },
  missingSecretScope: {
    question: "Can a role be assigned at a secret that does not exist yet?",
    alternatives: {
      accepted: inferred("A role is assigned at any secret of a vault, whether it exists or not", secretScope),
      refused: inferred("A role is assigned only at a secret that exists", secretScope),
    },
    default: "accepted",
    needs: { alternative: "accepted", section: "a-role-at-a-secret-that-does-not-exist-yet" },
  },
  callbackUrl: {
    question: "When can the callback URL of a new Logic App be listed?",
    alternatives: {
      atOnce: documented(
        "listCallbackUrl answers with the URL as soon as the workflow is created",
        `${learn}/rest/api/logic/workflow-triggers/list-callback-url`,
      ),
      later: inferred(
        "listCallbackUrl answers 404 for a moment after the workflow was created",
        `${learn}/azure/azure-resource-manager/management/overview`,
      ),
    },
    default: "atOnce",
  },
  accessPolicyWrites: {
    question: "What becomes of two writes of a vault's access policies at the same time?",
    alternatives: {
      conflict: reported(
        "The second write fails with ConflictError while another one is in progress",
        "https://github.com/pulumi/pulumi-azure-native/issues/1013",
      ),
      inTurn: inferred(
        "The second write waits for the first",
        `${learn}/rest/api/keyvault/keyvault/vaults/update-access-policy`,
      ),
    },
    default: "conflict",
  },
  farExpiry: {
    question: "How far in the future may the `exp` of a secret be?",
    alternatives: {
      year9999: inferred("A secret takes any expiry up to the end of the year 9999", secretReference),
      year2038: inferred("A secret takes no expiry beyond 32 bits, in January 2038", secretReference),
    },
    default: "year9999",
  },
  emptyWindow: {
    question: "What is the total of a metric in a window in which no value was emitted?",
    alternatives: {
      zero: inferred(
        "A metric alert takes a window without values for a total of 0",
        `${learn}/azure/azure-monitor/essentials/metrics-aggregation-explained`,
      ),
      notEvaluated: inferred(
        "A metric alert does not evaluate a window without values: it neither fires nor is over",
        `${learn}/azure/azure-monitor/alerts/alerts-troubleshoot-metric`,
      ),
    },
    default: "zero",
    needs: { alternative: "zero", section: "an-alert-window-without-values" },
  },
} as const satisfies Readonly<Record<string, Reading>>;
