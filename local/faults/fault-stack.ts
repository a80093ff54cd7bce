import { defaultReadings, type Readings } from "../../emulator/provenance";
import { deployControlledStack, type ControlledStack } from "../stack/controlled-stack";
import { everywhere } from "./fault";
import { tokenSecretName } from "./fault-harness";
import { scriptedTokenServer, type ScriptedTokenServer } from "./scripted-token-server";
import { vaultAdministrator, type VaultAdministrator } from "./vault-administrator";

/** A stack with a token for each combination, whose token server is scripted by the fault. */
export interface FaultStack {
  readonly stack: ControlledStack;
  readonly administrator: VaultAdministrator;
  readonly tokenServer: ScriptedTokenServer;
  /** Readings that its emulator follows. */
  readonly readings: Readings;
  /** Credentials in the vault. */
  readonly secrets: readonly string[];
}

const host = "login.example.com";

/** Deploys the stack of the faults. The caller closes `stack.azure`. */
export async function createFaultStack(readings: Readings = defaultReadings): Promise<FaultStack> {
  const tokens = everywhere.map((combination) => {
    const name = tokenSecretName(combination);
    return {
      secretName: name,
      tokenUrl: `https://${host}/oauth2/token`,
      clientId: `${name}-client`,
      clientSecretName: `${name}-secret`,
      instanceUrl: "none",
      intervalMinutes: 30,
      writePath: combination.writePath,
      ...(combination.grant === "refresh_token"
        ? { grantType: "refresh_token", refreshTokenSecretName: `${name}-refresh` }
        : {}),
    };
  });
  const stack = await deployControlledStack({ tokens, alertEmails: ["team@example.com"] }, readings);
  try {
    const administrator = await vaultAdministrator(stack);
    return {
      stack,
      readings,
      administrator,
      tokenServer: scriptedTokenServer(stack, host),
      secrets: stack.azure.keyVault.values(),
    };
  } catch (error) {
    await stack.azure.close();
    throw error;
  }
}
