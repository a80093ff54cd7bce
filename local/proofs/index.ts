import type { Run } from "../../emulator/logic-apps";
import type { Proof } from "../report";
import type { DeployedConsumer, LocalStack } from "../stack/local-stack";
import type { ServedOrg } from "../stack/salesforce/serve-orgs";
import { proveCompletedAfterSuccess } from "./consumers/completed-after-success";
import { proveConsumerPrivilege } from "./consumers/consumer-privilege";
import { proveRenewedSession } from "./consumers/renewed-session";
import { proveFreshTokens } from "./fresh-token";
import { proveLeastPrivilege } from "./least-privilege";
import { proveMissingGrant } from "./missing-grant";
import { proveNameGuard } from "./name-guard";
import { proveRotation, rotatesRefreshTokens } from "./rotation";

export { waitForGrants } from "./grants";
export { proveNoLeak } from "./no-leak";

/** A proof that acts on a stack. */
interface ActiveProof {
  /** Subject that a stack must have, as in "this one has no …". */
  readonly subject: string;
  /** Proves the guarantee; returns nothing if the stack has no such subject. */
  readonly prove: (stack: LocalStack, firstRuns: readonly Run[]) => Promise<readonly Proof[]>;
}

/** Proofs in the order in which they run: each changes the stack for a while. */
const proofs: readonly ActiveProof[] = [
  {
    subject: "token",
    prove: (stack, firstRuns) =>
      each(stack.refreshes.slice(0, 1), (refresh) => proveFreshTokens(stack, refresh, firstRuns)),
  },
  {
    subject: "connector",
    prove: (stack) =>
      each(stack.connector === undefined ? [] : [stack.connector], (connector) => proveNameGuard(stack, connector)),
  },
  {
    subject: "token",
    prove: (stack) => {
      const byConnector = stack.refreshes.filter(({ token }) => token.writePath === "connector");
      return each([...byConnector, ...stack.refreshes].slice(0, 1), (refresh) => proveMissingGrant(stack, refresh));
    },
  },
  {
    subject: "token",
    prove: (stack) => each(stack.refreshes.slice(0, 1), (refresh) => proveLeastPrivilege(stack, refresh)),
  },
  {
    subject: "token whose server rotates refresh tokens",
    prove: (stack) => {
      const subjects = stack.refreshes.flatMap((refresh) => {
        const server = stack.authorizationServers.get(refresh.token.tokenUrl);
        const client = stack.clients.get(refresh.token.secretName);
        return client?.refreshToken === undefined || server === undefined || !rotatesRefreshTokens(server)
          ? []
          : [{ refresh, server, client }];
      });
      return each(subjects, ({ refresh, server, client }) => proveRotation(stack, refresh, server, client));
    },
  },
  ...[proveCompletedAfterSuccess, proveRenewedSession, proveConsumerPrivilege].map((prove): ActiveProof => ({
    subject: "consumer of an org of Salesforce",
    prove: (stack) => each(stack.consumers.filter(hasOrg).slice(0, 1), (consumer) => prove(stack, consumer)),
  })),
];

/**
 * Runs the proofs one after the other.
 *
 * @param deployComplete deploys a stack that has every subject, for the proofs whose subject `stack` lacks; called at
 * most once
 */
export async function runProofs(
  stack: LocalStack,
  firstRuns: readonly Run[],
  deployComplete: () => Promise<LocalStack>,
): Promise<readonly Proof[]> {
  const proven: Proof[] = [];
  let complete: LocalStack | undefined;
  try {
    for (const { subject, prove } of proofs) {
      const found = await prove(stack, firstRuns);
      if (found.length > 0) {
        proven.push(...found);
        continue;
      }
      complete ??= await deployComplete();
      for (const proof of await prove(complete, [])) {
        proven.push({ ...proof, claim: `In a second stack, as this one has no ${subject}: ${proof.claim}` });
      }
    }
    return proven;
  } finally {
    await complete?.azure.close();
  }
}

async function each<Subject, Result>(
  subjects: readonly Subject[],
  prove: (subject: Subject) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const subject of subjects) results.push(await prove(subject));
  return results;
}

function hasOrg(consumer: DeployedConsumer): consumer is DeployedConsumer & { readonly org: ServedOrg } {
  return consumer.org !== undefined;
}
