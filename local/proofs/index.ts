import type { Run } from "../../emulator/logic-apps";
import type { Proof } from "../report";
import type { LocalStack } from "../stack/local-stack";
import { proveFreshTokens } from "./fresh-token";
import { proveLeastPrivilege } from "./least-privilege";
import { proveMissingGrant } from "./missing-grant";
import { proveNameGuard } from "./name-guard";
import { proveRotation } from "./rotation";

export { proveNoLeak } from "./no-leak";

/**
 * Everything that is proven by doing it, one after the other, since each changes the stack for a while.
 *
 * A proof whose subject the stack does not have, a relay or a rotating token, is left out.
 */
export async function proveByDoing(stack: LocalStack, firstRuns: readonly Run[]): Promise<readonly Proof[]> {
  const [first] = stack.refreshes;
  if (first === undefined) return [];
  const byConnector = stack.refreshes.find(({ token }) => token.writePath === "connector") ?? first;
  const proofs: Proof[] = [await proveFreshTokens(stack, first, firstRuns)];
  if (stack.connector !== undefined) proofs.push(await proveNameGuard(stack, stack.connector));
  proofs.push(await proveMissingGrant(stack, byConnector), await proveLeastPrivilege(stack, first));
  for (const refresh of stack.refreshes) {
    const server = stack.authorizationServers.get(refresh.token.tokenUrl);
    const client = stack.clients.get(refresh.token.secretName);
    if (client?.refreshToken === undefined || server === undefined) continue;
    proofs.push(await proveRotation(stack, refresh, server, client));
  }
  return proofs;
}
