import { json, withSimulatedLatency, type HttpAnswer } from "../../emulator/network";
import { findGrants, withoutGrants } from "../proofs/grants";
import { requireConnector } from "../stack/controlled-stack";
import {
  byConnector,
  byHttp,
  byRefreshToken,
  everywhere,
  failed,
  succeeded,
  type Combination,
  type Fault,
} from "./fault";
import type { FaultHarness } from "./fault-harness";
import type { Answers } from "./replace-vault";
import { stored, takenElsewhere, takesEverything, writing } from "./scripted-vault";

const vaultError = (
  status: number,
  code: string,
  inner = "",
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer => json(status, { error: { code, message: "no", innererror: { code: inner } } }, headers);

/** Responses of the vault to the first request of a refresh, which reads a credential. */
const readFaults: readonly (readonly [name: string, answer: HttpAnswer | undefined, code: string])[] = [
  ["vault-read-401", json(401, { error: { code: "Unauthorized" } }), "VaultForbidden"],
  ["vault-read-403-rbac", vaultError(403, "Forbidden", "ForbiddenByRbac"), "VaultForbidden"],
  ["vault-read-403-policy", vaultError(403, "Forbidden", "AccessDenied"), "VaultForbidden"],
  ["vault-read-403-firewall", vaultError(403, "Forbidden", "ForbiddenByFirewall"), "VaultFirewall"],
  ["vault-read-429", vaultError(429, "Throttled"), "VaultThrottled"],
  ["vault-read-503", vaultError(503, "Unavailable"), "VaultUnavailable"],
  [
    "vault-read-502-html",
    { status: 502, headers: { "content-type": "text/html" }, body: "<html>" },
    "VaultUnavailable",
  ],
  ["vault-gone", undefined, "VaultUnavailable"],
];

/** Answers of the vault to a write. */
const writeFaults: readonly (readonly [name: string, answer: HttpAnswer, code: string])[] = [
  ["vault-write-400", vaultError(400, "BadParameter"), "VaultRefused"],
  ["vault-write-401", json(401, { error: { code: "Unauthorized" } }), "VaultForbidden"],
  ["vault-write-403-rbac", vaultError(403, "Forbidden", "ForbiddenByRbac"), "VaultForbidden"],
  ["vault-write-403-policy", vaultError(403, "Forbidden", "AccessDenied"), "VaultForbidden"],
  ["vault-write-403-firewall", vaultError(403, "Forbidden", "ForbiddenByFirewall"), "VaultFirewall"],
  ["vault-write-409", vaultError(409, "Conflict"), "VaultConflict"],
  ["vault-write-409-deleted", vaultError(409, "Conflict", "ObjectIsDeletedButRecoverable"), "VaultConflict"],
  ["vault-write-429", vaultError(429, "Throttled"), "VaultThrottled"],
  ["vault-write-429-retry-after", vaultError(429, "Throttled", "", { "retry-after": "60" }), "VaultThrottled"],
  ["vault-write-503", vaultError(503, "Unavailable"), "VaultUnavailable"],
];

/** Throttles the first request for two hours. */
const throttledOnce = (): Answers => {
  let requests = 0;
  return (request) =>
    (requests += 1) === 1 ? vaultError(429, "Throttled", "", { "retry-after": "7200" }) : takesEverything(request);
};

/** Deletes a secret while the token is refreshed, and recovers it. */
async function whileDeleted<T>({ administrator }: FaultHarness, name: string, work: () => Promise<T>): Promise<T> {
  await administrator.send("DELETE", `/secrets/${name}`);
  try {
    return await work();
  } finally {
    await administrator.send("POST", `/deletedsecrets/${name}/recover`);
  }
}

/** Disables a secret's current version while the token is refreshed. */
async function whileDisabled<T>(
  { stack, administrator }: FaultHarness,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const { version = "" } = stack.azure.keyVault.versions(stack.vaultName, name).at(-1) ?? {};
  const set = (enabled: boolean) =>
    administrator.send("PATCH", `/secrets/${name}/${version}`, { attributes: { enabled } });
  await set(false);
  try {
    return await work();
  } finally {
    await set(true);
  }
}

/** Credentials: what their secrets' names end with, and where they are read. */
const credentials: readonly (readonly [kind: string, where: readonly Combination[]])[] = [
  ["secret", everywhere],
  ["refresh", byRefreshToken],
];
const calledCredential = { secret: "client-secret", refresh: "refresh-token" } as Readonly<Record<string, string>>;

/** Faults of the vault, and of what may be done in it. */
export const vaultFaults: readonly Fault[] = [
  ...readFaults.map(([name, answer, code]): Fault => ({
    name,
    where: everywhere,
    answers: { to: answer === undefined ? "any vault request" : "vault read", answer },
    inject: (harness) => harness.vaultAnswers(answer === undefined ? undefined : () => answer),
    expected: () => failed(code, 0),
  })),
  ...writeFaults.map(([name, answer, code]): Fault => ({
    name,
    where: everywhere,
    answers: { to: "vault write", answer },
    inject: (harness) => harness.vaultAnswers(writing(() => answer)),
    expected: () => failed(code, 1),
  })),
  {
    // Four requests of 29 s that fail, and 75 s between the five: 220 s in all.
    name: "vault-write-recovers-at-the-last-attempt-slowly",
    where: byHttp,
    inject: (harness) => {
      let writes = 0;
      return harness.vaultAnswers(
        writing(() => ((writes += 1) < 5 ? withSimulatedLatency(29_000, vaultError(503, "Unavailable")) : stored)),
      );
    },
    expected: () => takenElsewhere,
  },
  {
    // A wait of two hours would hold the only run: the action's limit ends it, where it limits more than a request.
    name: "vault-write-429-retry-after-two-hours",
    where: byHttp,
    inject: (harness) => harness.vaultAnswers(writing(throttledOnce())),
    expected: (_combination, { actionTimeout }) =>
      actionTimeout === "WholeAction"
        ? failed("VaultUnavailable", 1)
        : { ...takenElsewhere, token: "expired", alerts: ["silent"] },
  },
  {
    name: "vault-read-429-retry-after-two-hours",
    where: everywhere,
    inject: (harness) => harness.vaultAnswers(throttledOnce()),
    expected: (_combination, { actionTimeout }) =>
      actionTimeout === "WholeAction"
        ? failed("VaultUnavailable", 0)
        : { ...takenElsewhere, token: "expired", alerts: ["silent"] },
  },
  {
    name: "vault-write-slow",
    where: everywhere,
    inject: (harness) => harness.vaultAnswers(writing(() => withSimulatedLatency(61_000, stored))),
    expected: () => failed("VaultUnavailable", 1),
  },
  {
    name: "vault-write-slow-within-limits",
    where: everywhere,
    inject: (harness) => harness.vaultAnswers(writing(() => withSimulatedLatency(29_000, stored))),
    expected: () => takenElsewhere,
  },
  {
    name: "vault-write-recovers-between-attempts",
    where: everywhere,
    inject: (harness) => {
      let writes = 0;
      return harness.vaultAnswers(writing(() => ((writes += 1) < 5 ? vaultError(503, "Unavailable") : stored)));
    },
    expected: () => takenElsewhere,
  },
  {
    name: "vault-deleted-and-recovered",
    where: everywhere,
    inject: async (harness) => {
      await harness.vaultAnswers(undefined);
      await harness.atNextSlot();
    },
    expected: () => succeeded(1, { alerts: ["failed"] }),
  },
  {
    name: "token-secret-deleted",
    where: everywhere,
    inject: (harness) => whileDeleted(harness, harness.secretName, () => harness.atNextSlot()),
    expected: () => failed("VaultConflict", 1),
  },
  ...credentials.flatMap(([kind, where]): Fault[] => [
    {
      name: `${calledCredential[kind] ?? kind}-missing`,
      where,
      inject: (harness) => whileDeleted(harness, `${harness.secretName}-${kind}`, () => harness.atNextSlot()),
      expected: () => failed("CredentialNotFound", 0),
    },
    {
      name: `${calledCredential[kind] ?? kind}-disabled`,
      where,
      inject: (harness) => whileDisabled(harness, `${harness.secretName}-${kind}`, () => harness.atNextSlot()),
      expected: () => failed("VaultForbidden", 0),
    },
  ]),
  {
    name: "grants-removed",
    where: everywhere,
    inject: (harness) => {
      const { arm } = harness.stack.azure;
      return withoutGrants(arm, findGrants(arm, harness.refresh.principalId), () => harness.atNextSlot());
    },
    expected: () => failed("VaultForbidden", 0),
  },
  {
    name: "grants-removed-and-given-back",
    where: everywhere,
    inject: async (harness) => {
      const { arm } = harness.stack.azure;
      await withoutGrants(arm, findGrants(arm, harness.refresh.principalId), () => harness.atNextSlot());
      await harness.atNextSlot();
    },
    expected: () => succeeded(1, { alerts: ["failed"] }),
  },
  {
    name: "relay-grants-removed",
    where: byConnector,
    inject: (harness) => {
      const { arm } = harness.stack.azure;
      return withoutGrants(arm, findGrants(arm, requireConnector(harness.stack).relay.principalId), () =>
        harness.atNextSlot(),
      );
    },
    expected: () => failed("VaultForbidden", 1),
  },
];
