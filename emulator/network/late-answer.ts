import type { HttpAnswer } from "./http-messages";

/** Carries, from a server here to the runtime here, how long the answer is said to have taken. */
const tookHeader = "emulator-took-milliseconds";

/** An answer that is said to have taken so long: on a clock that nobody waits for, not in real time. */
export function late(milliseconds: number, answer: HttpAnswer): HttpAnswer {
  return { ...answer, headers: { ...answer.headers, [tookHeader]: String(milliseconds) } };
}

/** An answer as it would have been sent, and how long it is said to have taken. */
export function readLate({ headers, ...answer }: HttpAnswer): {
  readonly answer: HttpAnswer;
  readonly tookMilliseconds: number;
} {
  const { [tookHeader]: took = "0", ...sent } = headers;
  return { answer: { ...answer, headers: sent }, tookMilliseconds: Number(took) };
}
