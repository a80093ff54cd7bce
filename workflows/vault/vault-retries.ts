import type { VaultRequest } from "../../access";

/** Retries of an action that calls the vault, and its time limits: five requests, and 75 s between them, fit. */
export const vaultRetries = {
  retryPolicy: { type: "exponential", count: 4, interval: "PT5S" },
  requestTimeout: "PT30S",
  timeout: "PT5M",
} as const satisfies Pick<VaultRequest, "retryPolicy" | "requestTimeout" | "timeout">;
