import type { Run } from "../../emulator/logic-apps";
import type { Proof } from "../report";
import type { DeployedRefresh, LocalStack } from "../stack/local-stack";
import { refreshNow } from "../stack/refresh-at-next-slot";
import { check, countVersions, describeEnd, describeNewVersions, makeDue } from "./proof";

/** Each refresh stored a token at its first slot; one whose client is refused stores nothing and ends Failed. */
export async function proveFreshTokens(
  stack: LocalStack,
  refresh: DeployedRefresh,
  firstRuns: readonly Run[],
): Promise<Proof> {
  const { azure, refreshes, vaultName } = stack;
  const fresh = refreshes.filter(({ id, token }) => {
    const { exp } = azure.keyVault.versions(vaultName, token.secretName).at(-1) ?? {};
    const run = firstRuns.find(({ workflowId }) => workflowId.toLowerCase() === id.toLowerCase());
    return exp !== undefined && run !== undefined && exp > run.startTime;
  });
  const ends = firstRuns.map(describeEnd).filter((end) => end !== "Succeeded");
  const all = (count: number): string => `${count} of ${refreshes.length}`;
  const refused = await describeRefusedRefresh(stack, refresh);
  return {
    id: "fresh-token",
    ...check(
      "Each refresh stored a token at the first slot of its recurrence",
      all(refreshes.length),
      [all(fresh.length), ...ends].join("; "),
    ),
    control: check(
      `With a wrong client secret, ${refresh.name} ends Failed and leaves the token as it is`,
      "Failed, refused by the token server, no new version",
      refused,
    ),
  };
}

/**
 * Refreshes with a wrong client secret. The class of the failure follows from the words of each token server, so that it
 * is the server that tells of its refusal.
 */
async function describeRefusedRefresh(stack: LocalStack, refresh: DeployedRefresh): Promise<string> {
  const { azure, vaultName } = stack;
  const { clientSecretName, secretName, tokenUrl } = refresh.token;
  const clientSecret = stack.clients.get(secretName)?.clientSecret ?? "";
  const requests = (): readonly { readonly error?: string }[] =>
    stack.authorizationServers.get(tokenUrl)?.requests() ?? [];
  const earlier = requests().length;
  azure.keyVault.seedSecret(vaultName, clientSecretName, "not-the-client-secret");
  makeDue(stack, refresh);
  const before = countVersions(stack, secretName);
  const run = await refreshNow(stack, refresh).finally(() => {
    azure.keyVault.seedSecret(vaultName, clientSecretName, clientSecret);
  });
  const isRefused = requests()
    .slice(earlier)
    .some(({ error }) => error !== undefined);
  const end = [run.status, ...(isRefused ? ["refused by the token server"] : [])];
  return [...end, describeNewVersions(stack, secretName, before)].join(", ");
}
