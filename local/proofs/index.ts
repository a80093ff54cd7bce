import type { Run } from "../../emulator/logic-apps";
import type { Proof } from "../report";
import type { LocalStack } from "../stack/local-stack";
import { proveFreshTokens } from "./fresh-token";
import { proveLeastPrivilege } from "./least-privilege";
import { proveMissingGrant } from "./missing-grant";
import { proveNameGuard } from "./name-guard";
import { proveRotation } from "./rotation";

export { proveNoLeak } from "./no-leak";

/** Proves a guarantee on a stack; returns nothing if the stack lacks the proof's subject. */
type Prove = (stack: LocalStack, firstRuns: readonly Run[]) => Promise<readonly Proof[]>;

/** Proofs that act on the stack, in the order in which they run: each changes it for a while. */
const proofs: readonly Prove[] = [
  (stack, firstRuns) => each(stack.refreshes.slice(0, 1), (refresh) => proveFreshTokens(stack, refresh, firstRuns)),
  (stack) =>
    each(stack.connector === undefined ? [] : [stack.connector], (connector) => proveNameGuard(stack, connector)),
  (stack) => {
    const byConnector = stack.refreshes.filter(({ token }) => token.writePath === "connector");
    return each([...byConnector, ...stack.refreshes].slice(0, 1), (refresh) => proveMissingGrant(stack, refresh));
  },
  (stack) => each(stack.refreshes.slice(0, 1), (refresh) => proveLeastPrivilege(stack, refresh)),
  (stack) =>
    each(
      stack.refreshes.flatMap((refresh) => {
        const server = stack.authorizationServers.get(refresh.token.tokenUrl);
        const client = stack.clients.get(refresh.token.secretName);
        return client?.refreshToken === undefined || server === undefined ? [] : [{ refresh, server, client }];
      }),
      ({ refresh, server, client }) => proveRotation(stack, refresh, server, client),
    ),
];

/** Runs the proofs one after the other. */
export async function runProofs(stack: LocalStack, firstRuns: readonly Run[]): Promise<readonly Proof[]> {
  return (await each(proofs, (prove) => prove(stack, firstRuns))).flat();
}

async function each<Subject, Result>(
  subjects: readonly Subject[],
  prove: (subject: Subject) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const subject of subjects) results.push(await prove(subject));
  return results;
}
