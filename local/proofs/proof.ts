import { randomBytes } from "node:crypto";
import type { Run } from "../../emulator/logic-apps";
import type { Check } from "../report";
import type { DeployedRefresh, LocalStack } from "../stack/local-stack";
import { refreshNow } from "../stack/refresh-at-next-slot";

/** Azure, and the vault that the stack uses there. */
export type StackWithVault = Pick<LocalStack, "azure" | "vaultName">;

/** Compares an observed result with the expected one. */
export function check(claim: string, expected: string, seen: string): Check {
  return { claim, expected, seen, held: expected === seen };
}

/** Refreshes once, and describes the end of the run and the added versions of the token. */
export async function describeRefresh(stack: LocalStack, refresh: DeployedRefresh): Promise<string> {
  makeDue(stack, refresh);
  const before = countVersions(stack, refresh.token.secretName);
  const run = await refreshNow(stack, refresh);
  return `${describeEnd(run)}, ${describeNewVersions(stack, refresh.token.secretName, before)}`;
}

/**
 * Makes the next refresh request a token, instead of proving something by doing nothing: with `skipWhileFresh`, the stored
 * token is replaced by one without an expiry.
 */
export function makeDue(stack: LocalStack, { token: { skipWhileFresh, secretName } }: DeployedRefresh): void {
  if (skipWhileFresh)
    stack.azure.keyVault.seedSecret(stack.vaultName, secretName, randomBytes(24).toString("base64url"));
}

/** How a run ended: its status, and its code where it has one. */
export function describeEnd({ status, error }: Pick<Run, "status" | "error">): string {
  return error === undefined ? status : `${status} ${error.code}`;
}

export function countVersions({ azure, vaultName }: StackWithVault, secretName: string): number {
  return azure.keyVault.versions(vaultName, secretName).length;
}

/** @param before how many versions there were */
export function describeNewVersions(stack: StackWithVault, secretName: string, before: number): string {
  const added = countVersions(stack, secretName) - before;
  return added === 0 ? "no new version" : `${added} new version`;
}
