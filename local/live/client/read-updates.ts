import type { PageUpdate } from "../page-update";

/** The server does not take this tab's token: it belongs to another run. */
export class WrongTokenError extends Error {}

/**
 * Reads updates until the connection ends. It has the token in a header, which an EventSource cannot send.
 *
 * @throws {WrongTokenError} for a token of another run
 * @throws {Error} when the connection cannot be made or is lost
 */
export async function readUpdates(
  token: string,
  signal: AbortSignal,
  receive: (update: PageUpdate) => void,
): Promise<void> {
  const response = await fetch("/updates", { headers: { authorization: `Bearer ${token}` }, signal });
  if (response.status === 403) throw new WrongTokenError();
  if (!response.ok || response.body === null) throw new Error(`The server answered ${response.status}.`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = `${rest}${value}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) receive(JSON.parse(line) as PageUpdate);
  }
}
