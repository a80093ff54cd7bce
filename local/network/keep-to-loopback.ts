import { isIP, Socket } from "node:net";

/** A connection to another machine was tried and not made. */
export class LoopbackOnlyError extends Error {
  constructor(host: string) {
    super(`Nothing outside of this machine is asked: a connection to '${host}' was refused.`);
    this.name = "LoopbackOnlyError";
  }
}

const loopback = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

/**
 * Refuses every connection of this process to another machine, before the host's name is even looked up.
 *
 * @returns lifts the restriction
 */
export function keepToLoopback(): () => void {
  const { prototype } = Socket;
  const original = Object.getOwnPropertyDescriptor(prototype, "connect");
  const connect = original?.value as (this: Socket, ...args: unknown[]) => Socket;
  prototype.connect = function guarded(this: Socket, ...args: unknown[]): Socket {
    const host = hostOf(args);
    if (host === undefined || loopback.test(host)) return connect.apply(this, args);
    return this.destroy(new LoopbackOnlyError(isIP(host) === 6 ? `[${host}]` : host));
  } as typeof prototype.connect;
  return () => {
    if (original !== undefined) Object.defineProperty(prototype, "connect", original);
  };
}

/** The host that `connect` was called with, in any of its forms; undefined for a path, or for this machine. */
function hostOf(args: readonly unknown[]): string | undefined {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  if (typeof first === "object" && first !== null) return (first as { host?: string }).host;
  return typeof second === "string" ? second : undefined;
}
