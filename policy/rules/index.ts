import type { Rule } from "../rule";
import { authorizationModel } from "./authorization-model";
import { callbackUrlOutputs } from "./callback-url-outputs";
import { connectorDocument } from "./connector-document";
import { customRoles } from "./custom-roles";
import { dependableRefresh } from "./dependable-refresh";
import { destructivePermissions } from "./destructive-permissions";
import { excessPermissions } from "./excess-permissions";
import { hiddenTokens } from "./hidden-tokens";
import { httpsAndAudience } from "./https-and-audience";
import { missingPermissions } from "./missing-permissions";
import { noCredentials } from "./no-credentials";
import { openTriggers } from "./open-triggers";
import { privilegedRoles } from "./privileged-roles";
import { rewrittenSecrets } from "./rewritten-secrets";
import { runHistoryAccess } from "./run-history-access";
import { secretExpiry } from "./secret-expiry";
import { secureParameters } from "./secure-parameters";
import { tracedGrants } from "./traced-grants";
import { vaultNetwork } from "./vault-network";
import { vaultRecovery } from "./vault-recovery";
import { wideScopes } from "./wide-scopes";
import { writtenSecretNames } from "./written-secret-names";

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
