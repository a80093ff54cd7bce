import { setTimeout } from "node:timers/promises";
import { KeyVaultError } from "../../../emulator/key-vault";
import { authorizeAgain } from "../../stack/authorize-again";
import type { DeployedRefresh } from "../../stack/local-stack";
import type { LiveStack } from "../live-stack";
import type { InjectedFault } from "./injected-faults";

/** Milliseconds between looks at the refreshes under way. */
const interval = 100;

/**
 * Mends what a fault may have cost the stack: a server rotated a refresh token, and the vault did not take the new one. As
 * soon as no refresh is under way, clients that use refresh tokens are authorized again, if the vault takes their tokens.
 *
 * @returns names of the tokens whose clients were authorized, none where the fault cannot have cost any
 */
export async function mendStack(live: LiveStack, { fault, requests }: InjectedFault): Promise<readonly string[]> {
  const { to } = fault.answers;
  const rotated = live.stack.refreshes.filter(({ token }) => token.refreshTokenSecretName !== undefined);
  if (requests === 0 || rotated.length === 0 || (to !== "vault write" && to !== "any vault request")) return [];
  const names = new Set(rotated.map(({ name }) => name));
  while (live.workflows().some(({ name, isRunning }) => isRunning && names.has(name)))
    await setTimeout(interval, undefined, { ref: false });
  const mended: string[] = [];
  for (const refresh of rotated) if (await mendRefresh(live, refresh)) mended.push(refresh.token.secretName);
  return mended;
}

/** Does nothing where a client has deleted the vault, or the secret, whose name is taken then. */
async function mendRefresh({ stack }: LiveStack, refresh: DeployedRefresh): Promise<boolean> {
  if (stack.azure.keyVault.isNameTaken(stack.vaultName) !== "live") return false;
  try {
    await authorizeAgain({ ...stack, refreshes: [refresh] });
    return true;
  } catch (error) {
    if (error instanceof KeyVaultError) return false;
    throw error;
  }
}
