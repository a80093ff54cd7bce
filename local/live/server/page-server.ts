import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { JsonObject } from "../../../definition/json";
import { readJson } from "./read-json";
import { answerByRoute, refuse, type Route } from "./routes";
import { pageHeaders, securityHeaders, type InlineCode } from "./security-headers";

/** Does what a page asks for. @returns the problem, for the person who asked; undefined if it is done */
export type Action = (body: JsonObject) => string | undefined;

/** A page, and what it can do. */
export interface ServedPage {
  /** HTML, for whoever asks: it needs no token, and is the same for everybody. */
  readonly html: string;
  /** Script and style within the HTML. */
  readonly code: InlineCode;
  /** Sends updates, as lines of JSON, until the response is closed. */
  readonly stream: (response: ServerResponse) => void;
  /** Actions by path, such as `/runs`. */
  readonly actions: Readonly<Record<string, Action>>;
}

/** A page that is served on this machine. */
export interface PageServer {
  /** Such as `http://127.0.0.1:8080`. */
  readonly origin: string;
  /** Opens the page: the origin, and the token in the fragment, which browsers send to no server. */
  readonly address: string;
  /** Ends the server, and answers under way after half a second at most. */
  close(): Promise<void>;
}

/** Milliseconds in which a tab can read its last update. */
const lastUpdate = 500;

/** Serves a page on a free port of 127.0.0.1, to those who have its address. */
export async function openPageServer({ html, code, stream, actions }: ServedPage): Promise<PageServer> {
  const token = randomBytes(32).toString("base64url");
  const routes = new Map<string, Route>([
    [
      "/",
      {
        method: "GET",
        isPublic: true,
        answer: (_, response) => {
          answerPage(response, html, code);
        },
      },
    ],
    [
      "/updates",
      {
        method: "GET",
        answer: (_, response) => {
          answerStream(response, stream);
        },
      },
    ],
    ...Object.entries(actions).map(([path, action]): [string, Route] => [
      path,
      { method: "POST", answer: (request, response) => answerAction(request, response, action) },
    ]),
  ]);
  const server = createServer((request, response) => {
    answerByRoute(request, response, routes, { origin, token }).catch(() => {
      // An error's message may quote the request.
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  });
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    address: `${origin}/#${token}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      server.closeIdleConnections();
      const timer = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, lastUpdate);
      await closed;
      clearTimeout(timer);
    },
  };
}

function answerPage(response: ServerResponse, html: string, code: InlineCode): void {
  response.writeHead(200, { ...pageHeaders(code), "content-type": "text/html; charset=utf-8" }).end(html);
}

function answerStream(response: ServerResponse, stream: ServedPage["stream"]): void {
  response.writeHead(200, { ...securityHeaders, "content-type": "application/x-ndjson", connection: "close" });
  stream(response);
}

async function answerAction(request: IncomingMessage, response: ServerResponse, action: Action): Promise<void> {
  const read = await readJson(request);
  if ("refusal" in read) {
    refuse(response, read.refusal);
    return;
  }
  const problem = action(read.body);
  if (problem === undefined) {
    refuse(response, 204);
    return;
  }
  const headers = { ...securityHeaders, "content-type": "application/json" };
  response.writeHead(409, headers).end(JSON.stringify({ problem }));
}
