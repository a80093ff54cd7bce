import type { Rule } from "../rule/rule";
import { authorizationModel } from "./permissions/authorization-model";
import { callbackUrlOutputs } from "./secrets/callback-url-outputs";
import { connectorDocument } from "./connectors/connector-document";
import { customRoles } from "./permissions/custom-roles";
import { dependableRefresh } from "./operations/dependable-refresh";
import { destructivePermissions } from "./permissions/destructive-permissions";
import { excessPermissions } from "./permissions/excess-permissions";
import { hiddenTokens } from "./secrets/hidden-tokens";
import { httpsAndAudience } from "./network/https-and-audience";
import { missingPermissions } from "./permissions/missing-permissions";
import { noCredentials } from "./secrets/no-credentials";
import { openTriggers } from "./network/open-triggers";
import { privilegedRoles } from "./permissions/privileged-roles";
import { rewrittenSecrets } from "./secrets/rewritten-secrets";
import { runHistoryAccess } from "./network/run-history-access";
import { secretExpiry } from "./secrets/secret-expiry";
import { secureParameters } from "./secrets/secure-parameters";
import { tracedGrants } from "./permissions/traced-grants";
import { vaultNetwork } from "./network/vault-network";
import { vaultRecovery } from "./operations/vault-recovery";
import { wideScopes } from "./permissions/wide-scopes";
import { writtenSecretNames } from "./secrets/written-secret-names";

/** Every rule on stacks: the mandatory ones first. Each gets the configuration that its own schema describes. */
export const rules = [
  excessPermissions,
  missingPermissions,
  destructivePermissions,
  privilegedRoles,
  wideScopes,
  customRoles,
  authorizationModel,
  connectorDocument,
  writtenSecretNames,
  hiddenTokens,
  noCredentials,
  secureParameters,
  httpsAndAudience,
  openTriggers,
  rewrittenSecrets,
  vaultRecovery,
  dependableRefresh,
  secretExpiry,
  tracedGrants,
  runHistoryAccess,
  callbackUrlOutputs,
  vaultNetwork,
] as readonly Rule[];
