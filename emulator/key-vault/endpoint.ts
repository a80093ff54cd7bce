import { allSecretOperations, findSecretOperation, type Cloud, type MatchedOperation } from "../../azure";
import type { Entra } from "../entra";
import type { ReceivedRequest, ServiceAnswer } from "../network";
import type { Readings } from "../provenance";
import type { Backups } from "./backups";
import { behaviours } from "./behaviours";
import { KeyVaultError } from "./errors";
import { operations } from "./operations";
import { checkedName } from "./read-parameters";
import type { Authorize } from "./secret-access";
import type { Vault } from "./vault";

/** Services that an answer needs. */
export interface VaultServices {
  readonly entra: Entra;
  readonly authorize: Authorize;
  readonly backups: Backups;
  readonly readings: Readings;
}

const apiVersions = ["7.4", "7.5", "7.6", "2025-07-01", "2026-04-01"];
const parameters = ["api-version", "maxresults", "$skiptoken"];

/** Answers a request to a vault. Checks the caller first, then the operation, the permission, and the body. */
export async function answerRequest(
  vault: Vault,
  request: ReceivedRequest,
  services: VaultServices,
): Promise<ServiceAnswer> {
  const { entra, authorize, backups, readings } = services;
  try {
    const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
    const caller = token === undefined ? undefined : await entra.verifyToken(token, vault.cloud.vaultAudience);
    if (caller === undefined) return challenge(vault.cloud, entra.tenantId, token === undefined);
    const url = new URL(request.url);
    const matched = route(request.method, url.pathname);
    checkQuery(url);
    const name = checkedNameIn(matched);
    authorizeCall(authorize, vault, caller.principalId, matched);
    const operation = operations[matched.operation.name];
    return operation({ vault, backups, readings, request, url, name, version: matched.secretVersion?.toLowerCase() });
  } catch (error) {
    if (error instanceof KeyVaultError) return error.answer();
    throw error;
  }
}

/** Microsoft's clients take the tenant and the audience from here, by a first request without token or body. */
function challenge({ vaultAudience: audience, loginHost }: Cloud, tenantId: string, isMissing: boolean): ServiceAnswer {
  const message = isMissing
    ? "AKV10000: Request is missing a Bearer or PoP token."
    : `The token is malformed, expired, not of this tenant, or not for the audience ${audience}.`;
  const authorization = `https://${loginHost}/${tenantId}`;
  const record = isMissing ? behaviours.tokenMissing : behaviours.tokenNotAccepted;
  return new KeyVaultError(record, message).answer({
    "www-authenticate": `Bearer authorization="${authorization}", resource="${audience}"`,
  });
}

function route(method: string, path: string): MatchedOperation {
  // An empty version means the current one.
  const isCurrent = /^\/secrets\/[^/]+\/$/i.test(path);
  const find = (candidate: string): MatchedOperation | undefined =>
    findSecretOperation(candidate, isCurrent ? `${path}current` : path);
  const matched = find(method);
  if (matched === undefined) {
    const allowed = [...new Set(allSecretOperations.map((operation) => operation.method))].filter(find);
    if (allowed.length === 0)
      throw new KeyVaultError(behaviours.otherObjects, `Nothing is at ${path}: only secrets are.`);
    const message = `${method} is not an operation on ${path}; ${allowed.join(", ")} is.`;
    throw new KeyVaultError(behaviours.methodNotAllowed, message);
  }
  if (!isCurrent) return matched;
  const { operation, secretName } = matched;
  return { operation, ...(secretName === undefined ? {} : { secretName }) };
}

function checkQuery({ searchParams }: URL): void {
  const version = searchParams.get("api-version");
  if (version === null) throw new KeyVaultError(behaviours.apiVersionMissing, "api-version must be specified.");
  if (!apiVersions.includes(version)) {
    const message = `The specified version (${version}) is not recognized. Supported are ${apiVersions.join(", ")}.`;
    throw new KeyVaultError(behaviours.apiVersionNotServed, message);
  }
  const unknown = [...searchParams.keys()].find((name) => !parameters.includes(name));
  if (unknown === undefined) return;
  const message = `The emulator does not support the query parameter '${unknown}'.`;
  throw new KeyVaultError(behaviours.parameterNotServed, message);
}

function checkedNameIn({ secretName, secretVersion }: MatchedOperation): string {
  if (secretVersion !== undefined && !/^[0-9a-f]{32}$/i.test(secretVersion)) {
    const message = `The request URI contains an invalid version: ${secretVersion}. A version has 32 hex digits.`;
    throw new KeyVaultError(behaviours.invalidVersion, message);
  }
  return secretName === undefined ? "" : checkedName(secretName);
}

function authorizeCall(authorize: Authorize, vault: Vault, principalId: string, matched: MatchedOperation): void {
  const { secretName, operation } = matched;
  const { permission, dataAction } = operation;
  const { name: vaultName } = vault.properties;
  const target = secretName === undefined ? {} : { secretName };
  const decision = authorize({ principalId, vaultName, permission, dataAction, ...target });
  if (decision === "allowed") return;
  const message =
    decision === "ForbiddenByRbac"
      ? `Caller '${principalId}' is not authorized to perform action '${dataAction}' on vault '${vaultName}'` +
        `${secretName === undefined ? "" : `, secret '${secretName}'`}. ` +
        "If role assignments changed recently, observe propagation time."
      : `The user, group or application '${principalId}' does not have secrets ${permission} permission ` +
        `on key vault '${vaultName}'.`;
  const record = decision === "ForbiddenByRbac" ? behaviours.forbiddenByRbac : behaviours.forbiddenByPolicy;
  throw new KeyVaultError(record, message);
}
