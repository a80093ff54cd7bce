import type { Run } from "../../emulator/logic-apps";
import type { HttpAnswer } from "../../emulator/network";
import { scriptedTokenServer } from "../../local/faults/scripted-token-server";
import { vaultAdministrator } from "../../local/faults/vault-administrator";
import { searchForSecrets } from "../../local/leak-search";
import { deployControlledStack, requireConnector, runRefresh } from "../../local/stack/controlled-stack";
import { leastRefreshToken, leastToken } from "../stack-configuration";

export const host = "login.example.com";
const tokenUrl = `https://${host}/oauth2/token`;
export const instanceUrl = `https://${host}`;
const secrets = ["the-access-token-that-was-answered", "the-refresh-token-that-was-answered"] as const;
export const [accessToken, refreshToken] = secrets;

/** A good answer, in JSON. */
export const good = { access_token: accessToken, token_type: "Bearer", instance_url: instanceUrl };

/** The token of the stack that is written by HTTP, without an instance URL, and whose refresh token may rotate. */
export const rotating = { ...leastRefreshToken, secretName: "hr-token", refreshTokenSecretName: "hr-refresh-token" };

/** An answer that is not a JSON object, or is not called one. */
export function text(status: number, body: string, contentType = "application/json"): HttpAnswer {
  return { status, headers: { "content-type": contentType }, body };
}

/** Deploys a stack of three tokens, whose server answers each refresh as a test says. The caller closes `stack.azure`. */
export async function deployAnsweringStack() {
  const stack = await deployControlledStack({
    tokens: [
      { ...leastToken, tokenUrl, instanceUrl: "tag", writePath: "http" },
      { ...leastRefreshToken, tokenUrl, instanceUrl: "secret" },
      { ...rotating, tokenUrl, instanceUrl: "none", writePath: "http" },
    ],
  });
  const tokenServer = scriptedTokenServer(stack, host);
  return {
    stack,
    administrator: await vaultAdministrator(stack),
    versions: (name: string) => stack.azure.keyVault.versions(stack.vaultName, name),
    async refresh(name: string, answer: HttpAnswer): Promise<{ readonly run: Run; readonly requests: number }> {
      const { result, requests } = await tokenServer.while(answer, () => runRefresh(stack, name));
      return { run: result, requests: requests.length };
    },
    /** What a run's history shows of the tokens, and the relay's. */
    leaks(run: Run): readonly object[] {
      const relayRun = stack.azure.logicApps.runs(requireConnector(stack).relay.id).at(-1);
      return searchForSecrets({ secrets, places: [{ name: "run history", content: JSON.stringify([run, relayRun]) }] });
    },
  };
}

export type AnsweringStack = Awaited<ReturnType<typeof deployAnsweringStack>>;
