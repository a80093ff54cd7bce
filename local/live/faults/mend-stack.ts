import { setTimeout } from "node:timers/promises";
import { authorizeAgain } from "../../stack/authorize-again";
import type { LocalStack } from "../../stack/local-stack";
import type { InjectedFault } from "./injected-faults";

/** Milliseconds between looks at the refreshes under way. */
const interval = 100;

/**
 * Mends what a fault may have cost the stack: a server rotated a refresh token, and the vault did not take the new one. As
 * soon as no refresh is under way, clients that use refresh tokens are authorized again.
 *
 * @returns names of the tokens whose clients were authorized, none where the fault cannot have cost any
 */
export async function mendStack(stack: LocalStack, { fault, requests }: InjectedFault): Promise<readonly string[]> {
  const { azure, refreshes } = stack;
  const { to } = fault.answers;
  const rotated = refreshes.filter(({ token }) => token.refreshTokenSecretName !== undefined);
  if (requests === 0 || rotated.length === 0 || (to !== "vault write" && to !== "any vault request")) return [];
  const isUnderWay = (): boolean =>
    rotated.some(({ id }) => azure.logicApps.runs(id).some(({ status }) => status === "Running"));
  while (isUnderWay()) await setTimeout(interval, undefined, { ref: false });
  await authorizeAgain(stack);
  return rotated.map(({ token }) => token.secretName);
}
