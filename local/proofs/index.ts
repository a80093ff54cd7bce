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
import { describeRefresh } from "./proof";
import { proveRotation, rotatesRefreshTokens } from "./rotation";
import { deploySecondStack, type Subject } from "./second-stack";

export { waitForGrants } from "./grants";
export { proveNoLeak } from "./no-leak";

/** A proof that acts on a stack. */
interface ActiveProof {
  readonly subject: Subject;
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
      each(stack.connector === undefined ? [] : [stack.connector], async (connector) => {
        const proof = await proveNameGuard(stack, connector);
        // The first name that may be written was, and can be that of a token, which a consumer needs.
        const written = stack.refreshes.find(({ token }) => token.secretName === connector.allowedSecretNames[0]);
        if (written !== undefined) await describeRefresh(stack, written);
        return proof;
      }),
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
 * Runs the proofs one after the other; those whose subject the stack lacks, in a second stack.
 *
 * @returns in the order of `proofs`
 */
export async function runProofs(stack: LocalStack, firstRuns: readonly Run[]): Promise<readonly Proof[]> {
  const proven = new Map<ActiveProof, readonly Proof[]>();
  for (const proof of proofs) proven.set(proof, await proof.prove(stack, firstRuns));
  const lacking = proofs.filter((proof) => proven.get(proof)?.length === 0);
  if (lacking.length > 0) {
    const second = await deploySecondStack(new Set(lacking.map(({ subject }) => subject)), stack);
    try {
      for (const proof of lacking) proven.set(proof, await proveInSecond(second, proof));
    } finally {
      await second.azure.close();
    }
  }
  return [...proven.values()].flat();
}

async function proveInSecond(second: LocalStack, { subject, prove }: ActiveProof): Promise<readonly Proof[]> {
  const proven = await prove(second, []);
  return proven.map((proof) => ({
    ...proof,
    claim: `In a second stack, as this one has no ${subject}: ${proof.claim}`,
  }));
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
