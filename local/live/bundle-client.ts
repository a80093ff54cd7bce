import { join } from "node:path";
import { build } from "esbuild";

/** Bundles the page's script, which runs in browsers of the last years. @param root folder of the project */
export async function bundleClient(root: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "local", "live", "client", "client.ts")],
    bundle: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error("esbuild wrote no script.");
  return script.text;
}
