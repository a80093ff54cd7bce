import { isIP, Socket } from "node:net";

/** Something tried to connect to another machine. */
export class LoopbackOnlyError extends Error {
  override readonly name = "LoopbackOnlyError";

  constructor(readonly host: string) {
    super(`A connection to '${host}' was refused: this run keeps to this machine.`);
  }
}

type Connect = (this: Socket, ...parameters: unknown[]) => Socket;

let unguarded: Connect | undefined;
let guards = 0;

/**
 * Refuses, for the whole process, TCP connections to anything but loopback addresses: `http`, `https`, `fetch` and
 * gRPC too. A refused socket ends in a LoopbackOnlyError before its host's name is looked up. UDP and child processes
 * are not covered.
 *
 * @returns what takes the guard away; while there are several, the last one's does
 */
export function keepToLoopback(): () => void {
  guards += 1;
  if (unguarded === undefined) {
    const connect = Reflect.get(Socket.prototype, "connect") as Connect;
    unguarded = connect;
    const guarded: Connect = function (...parameters) {
      const host = hostOf(parameters);
      return host === undefined || isLoopback(host) ? connect.apply(this, parameters) : refuse(this, host);
    };
    Socket.prototype.connect = guarded;
  }
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    guards -= 1;
    if (guards > 0 || unguarded === undefined) return;
    Socket.prototype.connect = unguarded;
    unguarded = undefined;
  };
}

function refuse(socket: Socket, host: string): Socket {
  // Not at once: the caller adds its error listener only after this returns.
  process.nextTick(() => socket.destroy(new LoopbackOnlyError(host)));
  return socket;
}

/** The host in `connect(options)`, `connect(port, host)` or, from inside Node, `connect([options])`; none in a path. */
function hostOf([first, second]: readonly unknown[]): string | undefined {
  if (Array.isArray(first)) return hostOf(first);
  if (typeof first === "object" && first !== null) {
    const { path, host } = first as { path?: unknown; host?: unknown };
    // TLS options have a path too, an empty one, where no pipe is meant.
    return typeof path === "string" && path !== "" && host === undefined ? undefined : nameOf(host);
  }
  if (typeof first === "string" && !/^\d+$/.test(first)) return undefined;
  return nameOf(second);
}

function nameOf(host: unknown): string {
  return typeof host === "string" && host !== "" ? host : "localhost";
}

function isLoopback(host: string): boolean {
  return host.toLowerCase() === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}
