import { readSecret, type SecretVersion } from "../azure/read-secret";
import type { ArmClient } from "../azure/arm-client";
import { failed, noted, passed, type CheckResult, type Remedy } from "../check-result";
import { upWithRefresh } from "../pulumi-commands";

const check = "new version";

/** A refresh that ended well, and what its secret was before. */
export interface RefreshedSecret {
  readonly vaultId: string;
  readonly secretName: string;
  /** The secret before the refresh; absent: there was none. */
  readonly before?: SecretVersion | undefined;
  /** Minutes from one refresh to the next. */
  readonly intervalMinutes: number;
  /** Tells that a refresh keeps the stored token while it is fresh (`skipWhileFresh`). */
  readonly skipsWhileFresh: boolean;
}

/** Checks that a refresh stored a new version of its secret, with a plausible `exp`. The value is not read. */
export async function checkNewVersion(azure: ArmClient, secret: RefreshedSecret): Promise<CheckResult> {
  const after = await readSecret(azure, secret.vaultId, secret.secretName);
  return evaluateVersion(secret, after, azure.now());
}

/** Longer than a token lives that is refreshed by the hour: such an `exp` is in milliseconds, or a mistake. */
const longestLifetimeDays = 366;

/** @param after the secret after the refresh; undefined: there is none */
export function evaluateVersion(
  { secretName, before, intervalMinutes, skipsWhileFresh }: Omit<RefreshedSecret, "vaultId">,
  after: SecretVersion | undefined,
  now: Date,
): CheckResult {
  const fail = (seen: string, remedy: Remedy): CheckResult => failed({ check, subject: secretName, seen }, remedy);
  if (after === undefined) return fail("the secret is not there, though the run Succeeded", notStored);
  const { version, exp } = after;
  const isKept = version === before?.version;
  if (isKept && !skipsWhileFresh) return fail(`it still has version ${version}`, notStored);
  if (exp === undefined) return fail(`version ${version} has no exp`, overwritten);
  const minutes = (exp.getTime() - now.getTime()) / 60_000;
  const expires = `version ${version} expires ${exp.toISOString()}`;
  if (minutes <= 0) return fail(`${expires}, which is past`, wrongLifetime);
  if (minutes > longestLifetimeDays * 24 * 60) return fail(`${expires}, in more than a year`, wrongLifetime);
  if (minutes < intervalMinutes)
    return fail(`${expires}, before the next refresh in ${intervalMinutes} min`, tooSeldom);
  const seen = `${expires}, in ${Math.round(minutes)} min`;
  if (!isKept) return passed(check, secretName, seen);
  const kept = "still fresh, so that the run kept it (skipWhileFresh) and may have requested none";
  return noted(
    check,
    secretName,
    `${seen}: ${kept}. A run after ${latestKept(exp, intervalMinutes)} stores another one`,
  );
}

/** The time from which on the stored token does not last until the next refresh, whatever the margin. */
function latestKept(exp: Date, intervalMinutes: number): string {
  return new Date(exp.getTime() - intervalMinutes * 60_000).toISOString();
}

const notStored: Remedy = {
  cause: "The Logic App writes to another vault or secret, or its definition was changed outside Pulumi.",
  fix: `Run '${upWithRefresh}', which puts the definition back.`,
};

const overwritten: Remedy = {
  cause: "The secret was written by something else after the refresh, which always sets exp.",
  fix: `Run this again. If it stays so, '${upWithRefresh}' puts the definition back.`,
};

const wrongLifetime: Remedy = {
  cause: "The token server's expires_in is not a number of seconds, or a clock is wrong.",
  fix: "Check the expires_in of the server's response; without it, exp comes from assumedLifetimeMinutes.",
};

const tooSeldom: Remedy = {
  cause: "The token server's tokens live shorter than the time between two refreshes.",
  fix: "Set intervalMinutes to less than the token's lifetime, and run 'npx pulumi up'.",
};
