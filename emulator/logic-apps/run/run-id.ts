import { randomInt } from "node:crypto";

const ticksOfUnixEpoch = 621355968000000000n;

/** A run id like Azure's: ticks counted down, so that the newest run sorts first, then what makes it unique. */
export function newRunId(now: Date): string {
  const ticks = BigInt(now.getTime()) * 10_000n + ticksOfUnixEpoch;
  const countdown = (2n ** 63n - 1n - ticks).toString().padStart(20, "0");
  return `${countdown}${randomInt(1e9).toString().padStart(9, "0")}CU${randomInt(100).toString().padStart(2, "0")}`;
}
