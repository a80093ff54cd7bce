import type { ServerResponse } from "node:http";
import { compareParts, type PageParts, type PageUpdate } from "./page-update";

/** A tab that is shown updates. */
interface OpenStream {
  readonly response: ServerResponse;
  /** As the tab was sent them last. */
  shown: PageParts;
  announcements: string[];
}

/** What a page is to show, and what happened since it was looked at last, in words. */
export interface PageView {
  readonly parts: PageParts;
  readonly announcements: readonly string[];
}

/** Milliseconds between looks at what the tabs are to show. */
const interval = 200;

/** Updates of all open tabs: each is sent what changed since its last update. */
export class UpdateStreams {
  readonly #look: () => PageView;
  readonly #open = new Set<OpenStream>();
  #timer: NodeJS.Timeout | undefined;

  /** @param look sees what the page is to show now; called only while a tab is open */
  constructor(look: () => PageView) {
    this.#look = look;
  }

  /** Sends everything to a tab, and from then on what changes, until it is closed. */
  open(response: ServerResponse): void {
    // What happened while no tab was open is not news.
    if (this.#open.size === 0) this.#look();
    this.#open.add({ response, shown: {}, announcements: [] });
    response.once("close", () => {
      for (const each of this.#open) if (each.response === response) this.#open.delete(each);
      if (this.#open.size === 0) clearInterval(this.#timer);
    });
    response.on("drain", () => {
      this.send();
    });
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      this.send();
    }, interval).unref();
    this.send();
  }

  /** Says in all tabs what happened, for those who do not see it. */
  announce(text: string): void {
    for (const { announcements } of this.#open) announcements.push(text);
    this.send();
  }

  /** Sends each tab what changed. One that is slow to read is sent it later, at once. */
  send(): void {
    if (this.#open.size === 0) return;
    const { parts, announcements: news } = this.#look();
    for (const stream of this.#open) {
      stream.announcements.push(...news);
      if (stream.response.writableNeedDrain) continue;
      const change = compareParts(stream.shown, parts);
      if (change === undefined && stream.announcements.length === 0) continue;
      const { announcements } = stream;
      Object.assign(stream, { shown: parts, announcements: [] });
      stream.response.write(line({ containers: {}, elements: {}, ...change, announcements }));
    }
  }

  /** Tells all tabs that the server ends. */
  end(): void {
    for (const { response } of this.#open)
      response.end(line({ containers: {}, elements: {}, announcements: [], ended: true }));
  }
}

function line(update: PageUpdate): string {
  return `${JSON.stringify(update)}\n`;
}
