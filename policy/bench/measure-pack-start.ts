import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Client, credentials } from "@grpc/grpc-js";

/** A port on which nobody listens: the engine's own, which the pack does not need for an answer. */
const nobody = "127.0.0.1:1";

/**
 * Starts the bundled pack as Pulumi's engine does, and asks it for its rules.
 *
 * @param folder of the pack
 * @returns milliseconds from the start of the process to its answer
 */
export async function measurePackStart(folder: string): Promise<number> {
  const start = performance.now();
  const program = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const child = spawn(process.execPath, [program, nobody, folder], {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
  });
  try {
    const ended = once(child, "close").then(() => {
      throw new Error(`The policy pack in ${folder} ended without saying its port.`);
    });
    const [port] = (await Promise.race([once(createInterface(child.stdout), "line"), ended])) as [string];
    ended.catch(() => undefined);
    await ask(`127.0.0.1:${port.trim()}`);
    return performance.now() - start;
  } finally {
    child.kill();
  }
}

/** GetAnalyzerInfo takes an empty message, which is no bytes; what it answers is not looked into. */
async function ask(address: string): Promise<void> {
  const client = new Client(address, credentials.createInsecure());
  try {
    await new Promise<void>((resolve, reject) => {
      const method = "/pulumirpc.Analyzer/GetAnalyzerInfo";
      const asIs = (message: Buffer): Buffer => message;
      client.makeUnaryRequest(method, asIs, asIs, Buffer.alloc(0), (error, answer) => {
        if (error !== null) reject(error);
        else if (answer === undefined || answer.length === 0) reject(new Error("The policy pack has no rules."));
        else resolve();
      });
    });
  } finally {
    client.close();
  }
}
