import { project } from "../../local/stack/project";
import { registerClients } from "../../local/stack/credentials";
import { refreshNow } from "../../local/stack/refresh-at-next-slot";
import { asObject, asString } from "../../definition/json";
import { parseSettings } from "../../settings";
import { stackConfiguration } from "../stack-configuration";
import type { EngineStack, StackSettings } from "./engine-stack";

/** A deployed stack whose vault holds the clients' credentials. */
export interface UsableStack {
  readonly vaultName: string;
  /** Refreshes a token now, and says how the run ended. */
  refresh(this: void, secretName: string): Promise<string>;
}

/** Starts the authorization servers of a stack that was deployed, and puts the credentials into its vault. */
export async function storeCredentials({ azure, outputs }: EngineStack, settings: StackSettings): Promise<UsableStack> {
  const keys = Object.entries(stackConfiguration(settings)).map(([key, value]) => [
    key.slice(project.length + 1),
    value,
  ]);
  const parsed = parseSettings(Object.fromEntries(keys) as Record<string, string>).settings;
  const { storeCredentials: store } = await registerClients(azure, parsed);
  const { vaultUri, refreshWorkflows } = await outputs();
  const vaultName = new URL(asString(vaultUri)).hostname.split(".")[0] ?? "";
  await store(vaultName);
  return {
    vaultName,
    refresh: async (secretName) => {
      const { id, name, principalId } = asObject(asObject(refreshWorkflows)[secretName]);
      const token = parsed.tokens.find((known) => known.secretName === secretName);
      if (token === undefined) throw new Error(`The stack has no token ${secretName}.`);
      const refresh = { token, id: asString(id), name: asString(name), principalId: asString(principalId) };
      return (await refreshNow({ azure }, refresh)).status;
    },
  };
}
