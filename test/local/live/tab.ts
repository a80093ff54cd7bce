import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import type { PageUpdate } from "../../../local/live/page-update";
import { pageHeadersOf } from "./server/send";

/** A tab of the live page, which receives its updates. */
export interface Tab {
  readonly updates: readonly PageUpdate[];
  /** The HTML of an element as it is now, an empty text if it is not there. */
  html(id: string): string;
  /** IDs of a container's elements as they are now. */
  ids(container: string): readonly string[];
  /** Waits until something can be seen. @throws {Error} if the stream ends without it */
  until(isSeen: (tab: Tab) => boolean): Promise<void>;
  /** Resolves when the server ends the stream. */
  readonly ended: Promise<unknown>;
  /** Everything that was received. */
  text(): string;
  close(): void;
}

/** Opens a tab at the address of a live page. */
export async function openTab(address: string): Promise<Tab> {
  const { origin, port } = new URL(address);
  const request = get({
    ...{ host: "127.0.0.1", port, path: "/updates", agent: false },
    headers: pageHeadersOf({ address, origin }),
  });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  const updates: PageUpdate[] = [];
  let text = "";
  response.setEncoding("utf8").on("data", (chunk: string) => {
    const before = text.lastIndexOf("\n") + 1;
    text += chunk;
    const lines = text
      .slice(before, text.lastIndexOf("\n") + 1)
      .split("\n")
      .slice(0, -1);
    updates.push(...lines.map((line) => JSON.parse(line) as PageUpdate));
  });
  const ended = once(response, "end");
  const tab: Tab = {
    updates,
    ended,
    ids: (container) => last(updates, ({ containers }) => containers[container]) ?? [],
    html: (id) => {
      const isThere = ["workflows", "fault-choices", "faults", "runs"].some((each) => tab.ids(each).includes(id));
      return isThere ? (last(updates, ({ elements }) => elements[id]) ?? "") : "";
    },
    until: async (isSeen) => {
      while (!isSeen(tab)) {
        const isOver = await Promise.race([once(response, "data").then(() => false), ended.then(() => true)]);
        if (isOver && !isSeen(tab)) throw new Error(`The stream ended without it: ${text}`);
      }
    },
    text: () => text,
    close: () => request.destroy(),
  };
  return tab;
}

/** What the last update says that says anything of it. */
function last<T>(updates: readonly PageUpdate[], read: (update: PageUpdate) => T | undefined): T | undefined {
  return updates
    .map(read)
    .filter((value) => value !== undefined)
    .at(-1);
}
