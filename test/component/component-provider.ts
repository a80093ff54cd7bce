import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { renameSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { credentials } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { GetSchemaRequest, type GetSchemaResponse } from "@pulumi/pulumi/proto/provider_pb";

/** The folder of the package that Pulumi serves as a provider. */
export const componentFolder = resolve("component");

/** The provider of the components, served from its folder as Pulumi's language host serves it. */
export interface ComponentProvider {
  readonly port: number;
  /** The schema that Pulumi infers. */
  schema(this: void): Promise<unknown>;
  close(this: void): Promise<void>;
}

/** Bundles the components as they are now. Another test may do so at the same time. */
export function bundleComponents(): void {
  const outfile = join("dist", `index.${process.pid}.js`);
  execFileSync("npm", ["run", "--silent", "prepare", "--", `--outfile=${outfile}`], { cwd: componentFolder });
  renameSync(join(componentFolder, outfile), join(componentFolder, "dist", "index.js"));
}

/** Starts the provider. */
export async function startComponentProvider(): Promise<ComponentProvider> {
  bundleComponents();
  const runPlugin = require.resolve("@pulumi/pulumi/cmd/run-plugin");
  const served = spawn(process.execPath, [runPlugin, componentFolder], { stdio: ["ignore", "pipe", "pipe"] });
  const printed: string[] = [];
  served.stderr.setEncoding("utf8").on("data", (text: string) => printed.push(text));
  const exited = once(served, "exit");
  const port = await Promise.race([
    once(createInterface(served.stdout), "line").then(([line]) => Number(line)),
    exited.then(() => Promise.reject(new Error(`The provider of the components ended:\n${printed.join("")}`))),
  ]);
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
  const getSchema = promisify<GetSchemaRequest, GetSchemaResponse>(client.getSchema.bind(client));
  return {
    port,
    schema: async () => JSON.parse((await getSchema(new GetSchemaRequest())).getSchema()) as unknown,
    close: async () => {
      client.close();
      served.kill();
      await exited;
    },
  };
}
