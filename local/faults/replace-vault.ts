import { vaultAddress } from "../../azure";
import { answerWith, type HttpAnswer, type ReceivedRequest } from "../../emulator/network";
import type { LocalStack } from "../stack/local-stack";

/** Answers requests in place of what is out of order. */
export type Answers = (request: ReceivedRequest) => HttpAnswer | Promise<HttpAnswer>;

/** Lets something else answer at the vault's address for a while; undefined: nothing answers there. */
export async function withVaultReplaced<T>(
  { azure, vaultName }: LocalStack,
  answers: Answers | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const { cloud, keyVault, network } = azure;
  const { host } = new URL(vaultAddress(cloud, vaultName));
  keyVault.deleteVault(vaultName);
  if (answers !== undefined) network.serve(host, answerWith(answers));
  try {
    return await work();
  } finally {
    if (answers !== undefined) network.unserve(host);
    keyVault.recoverVault(vaultName);
  }
}
