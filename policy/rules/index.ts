import type { Rule } from "../rule/rule";
import { authorizationModel } from "./permissions/authorization-model";
import { callbackUrlOutputs } from "./secrets/callback-url-outputs";
import { connectorDocument } from "./connectors/connector-document";
import { customRoles } from "./permissions/custom-roles";
import { dependableReceiver } from "./operations/dependable-receiver";
import { dependableRefresh } from "./operations/dependable-refresh";
import { destructivePermissions } from "./permissions/destructive-permissions";
import { excessPermissions } from "./permissions/excess-permissions";
import { hiddenTokens } from "./secrets/hidden-tokens";
import { httpsAndAudience } from "./network/https-and-audience";
import { lostMessages } from "./operations/lost-messages";
import { missingPermissions } from "./permissions/missing-permissions";
import { noCredentials } from "./secrets/no-credentials";
import { openTriggers } from "./network/open-triggers";
import { privilegedRoles } from "./permissions/privileged-roles";
import { rewrittenSecrets } from "./secrets/rewritten-secrets";
import { runHistoryAccess } from "./network/run-history-access";
import { secretExpiry } from "./secrets/secret-expiry";
import { secureParameters } from "./secrets/secure-parameters";
import { sharedAccessKeys } from "./network/shared-access-keys";
import { tokenReceivers } from "./secrets/token-receivers";
import { tracedGrants } from "./permissions/traced-grants";
import { vaultNetwork } from "./network/vault-network";
import { vaultRecovery } from "./operations/vault-recovery";
import { wideScopes } from "./permissions/wide-scopes";
import { writtenSecretNames } from "./secrets/written-secret-names";

/** Every rule on stacks, by its subject. Each gets the configuration that its own schema describes. */
export const rulesBySubject = {
  permissions: [
    excessPermissions,
    missingPermissions,
    destructivePermissions,
    privilegedRoles,
    wideScopes,
    customRoles,
    authorizationModel,
    tracedGrants,
  ],
  connectors: [connectorDocument],
  secrets: [
    writtenSecretNames,
    hiddenTokens,
    noCredentials,
    secureParameters,
    rewrittenSecrets,
    secretExpiry,
    tokenReceivers,
    callbackUrlOutputs,
  ],
  network: [httpsAndAudience, openTriggers, runHistoryAccess, vaultNetwork, sharedAccessKeys],
  operations: [vaultRecovery, dependableRefresh, dependableReceiver, lostMessages],
} as Readonly<Record<"permissions" | "connectors" | "secrets" | "network" | "operations", readonly Rule[]>>;

const all = Object.values(rulesBySubject).flat();

/** The same: the mandatory ones first. */
export const rules: readonly Rule[] = [
  ...all.filter(({ level }) => level === "mandatory"),
  ...all.filter(({ level }) => level === "advisory"),
];
