import type { HttpAnswer } from "./http-messages";

/** Header that carries the simulated duration of an answer from an emulated server to the runtime. */
const tookHeader = "emulator-took-milliseconds";

/** Gives an answer a simulated duration, on the run's clock and not in real time. */
export function withSimulatedLatency(milliseconds: number, answer: HttpAnswer): HttpAnswer {
  return { ...answer, headers: { ...answer.headers, [tookHeader]: String(milliseconds) } };
}

/** Separates an answer from its simulated duration. */
export function readSimulatedLatency({ headers, ...answer }: HttpAnswer): {
  readonly answer: HttpAnswer;
  readonly tookMilliseconds: number;
} {
  const { [tookHeader]: took = "0", ...sent } = headers;
  return { answer: { ...answer, headers: sent }, tookMilliseconds: Number(took) };
}
