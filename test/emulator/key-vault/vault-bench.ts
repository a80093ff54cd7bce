import { ControlledClock } from "../../../emulator/clock";
import { createEntra, type Entra } from "../../../emulator/entra";
import {
  createKeyVault,
  type Authorize,
  type KeyVault,
  type SecretAccess,
  type VaultProperties,
} from "../../../emulator/key-vault";
import { defaultReadings, type Readings } from "../../../emulator/provenance";
import { createNetwork, type HttpAnswer, type Network, type ReceivedRequest } from "../../../emulator/network";

export const noon = new Date("2026-11-23T12:00:00Z");
export const noonSeconds = noon.getTime() / 1000;
export const audience = "https://vault.azure.net";
export const principalId = "9a2f5c34-1111-4222-8333-444455556666";
export const vaultUrl = "https://kv-test.vault.azure.net";
export const vault: VaultProperties = {
  name: "kv-test",
  id: "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv-test",
  softDeleteRetentionInDays: 90,
  enablePurgeProtection: false,
};

/** An answer, its body read; undefined where it is empty. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface VaultBench {
  readonly network: Network;
  readonly clock: ControlledClock;
  readonly entra: Entra;
  readonly keyVault: KeyVault;
  /** Arguments of every call of `decide`. */
  readonly asked: SecretAccess[];
  /** Everybody may do everything, until this is set. */
  decide: Authorize;
  intercept: (request: ReceivedRequest) => HttpAnswer | undefined;
  /** Sends as the principal; a path without query gets an api-version, and a body its content type. */
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

/** A vault named `kv-test` on a controlled clock. */
export async function openVault(readings: Partial<Readings> = {}): Promise<VaultBench> {
  const clock = new ControlledClock(noon);
  const [network, entra] = [await createNetwork(), await createEntra({ clock })];
  const asked: SecretAccess[] = [];
  const authorize: Authorize = (access) => {
    asked.push(access);
    return bench.decide(access);
  };
  const intercept = (request: ReceivedRequest) => bench.intercept(request);
  const keyVault = createKeyVault({
    ...{ network, clock, entra, authorize, intercept },
    readings: { ...defaultReadings, ...readings },
  });
  keyVault.putVault(vault);
  const bench: VaultBench = {
    network,
    clock,
    entra,
    keyVault,
    asked,
    decide: () => "allowed",
    intercept: () => undefined,
    call: async (method, path, body, headers) => {
      const answer = await network.send({
        method,
        url: `${path.startsWith("https:") ? "" : vaultUrl}${path}${path.includes("?") ? "" : "?api-version=7.4"}`,
        headers: {
          authorization: `Bearer ${await entra.issueToken({ principalId, audience })}`,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      return { ...answer, body: answer.body === "" ? undefined : JSON.parse(answer.body) };
    },
  };
  return bench;
}

/** Status, code, inner code and message of a refusal. */
export function refusal({ status, body }: Answer): { status: number; code: string; message: string; inner?: string } {
  const { error } = body as { error: { code: string; message: string; innererror?: { code: string } } };
  const { code, message, innererror } = error;
  return { status, code, message, ...(innererror === undefined ? {} : { inner: innererror.code }) };
}
