import type { ServerResponse } from "node:http";
import type { JsonObject } from "../../../../definition/json";
import { openPageServer, type PageServer, type ServedPage } from "../../../../local/live/server/page-server";
import { pageHeadersOf, send, type Received, type Sent } from "./send";

/** A page that does nothing. */
export const page: ServedPage = {
  html: "<!doctype html><title>A page</title>",
  code: { script: "let a;", style: "p {}" },
  stream: (response) => response.write('{"first":1}\n'),
  actions: {},
};

/** A page's server that keeps what it was asked for. */
export interface RecordingServer extends PageServer {
  /** Bodies of the actions since the last `forget`. */
  readonly taken: readonly JsonObject[];
  readonly streams: readonly ServerResponse[];
  forget(this: void): void;
  /** Headers that the page sends, with others added or in their place. */
  asPage(this: void, changes?: Sent["headers"]): Record<string, string | string[]>;
  /** Sends the action that the server takes, with parts of it changed. */
  act(this: void, changes?: Sent): Promise<Received>;
}

/** Opens a server whose action `/runs` takes the workflow `a`, has a bug for `breaks`, and refuses any other. */
export async function openRecordingServer(): Promise<RecordingServer> {
  const taken: JsonObject[] = [];
  const streams: ServerResponse[] = [];
  const server = await openPageServer({
    ...page,
    stream: (response) => {
      streams.push(response);
      response.write('{"first":1}\n');
    },
    actions: {
      "/runs": (body) => {
        taken.push(body);
        if (body.workflow === "breaks") throw new Error(`A bug that quotes ${JSON.stringify(body)}`);
        return body.workflow === "a" ? undefined : "There is no such Logic App.";
      },
    },
  });
  const asPage = (changes: Sent["headers"] = {}): Record<string, string | string[]> => ({
    ...pageHeadersOf(server),
    ...changes,
  });
  return {
    ...server,
    taken,
    streams,
    forget: () => {
      taken.length = 0;
    },
    asPage,
    act: (changes = {}) =>
      send(server, { method: "POST", path: "/runs", headers: asPage(), body: '{"workflow":"a"}', ...changes }),
  };
}
