import type { Run } from "../../emulator/logic-apps";
import type { Proof } from "../report";
import type { DeployedRefresh, LocalStack } from "../stack/local-stack";
import { check, describeEnd, describeRefresh } from "./proof";

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
  const { clientSecretName } = refresh.token;
  const clientSecret = stack.clients.get(refresh.token.secretName)?.clientSecret ?? "";
  azure.keyVault.seedSecret(vaultName, clientSecretName, "not-the-client-secret");
  const refused = await describeRefresh(stack, refresh).finally(() => {
    azure.keyVault.seedSecret(vaultName, clientSecretName, clientSecret);
  });
  return {
    id: "fresh-token",
    ...check(
      "Each refresh, at the first slot of its recurrence, stored a token that expires later",
      all(refreshes.length),
      [all(fresh.length), ...ends].join("; "),
    ),
    control: check(
      `With a wrong client secret, ${refresh.name} ends Failed and leaves the token as it is`,
      "Failed invalid_client, no new version",
      refused,
    ),
  };
}
