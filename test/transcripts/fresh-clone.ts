import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { devDependencies } from "../../package.json";
import { pulumiCli } from "../../local/pulumi-cli";

const root = join(__dirname, "..", "..");

/** A clone of this repository's HEAD as `npm ci` leaves it, and a home for whoever uses it. */
export interface FreshClone {
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  remove(): void;
}

/**
 * Clones HEAD into a temporary folder, with this repository's installed packages. Pulumi finds its CLI in a home that
 * has nothing else. Programs that respect the environment's proxy reach no other machine: nothing listens on port 9.
 *
 * @throws {Error} where there is no Pulumi CLI
 */
export async function freshClone(): Promise<FreshClone> {
  const { command } = await pulumiCli();
  const folder = mkdtempSync(join(tmpdir(), "transcripts-"));
  const [home, temporary, directory] = ["home", "tmp", "logicapp-keyvault-secrets"].map((name) => join(folder, name));
  if (home === undefined || temporary === undefined || directory === undefined) throw new Error("unreachable");
  const versions = join(home, ".pulumi", "versions");
  for (const each of [versions, temporary]) mkdirSync(each, { recursive: true });
  symlinkSync(dirname(dirname(command)), join(versions, devDependencies.pulumi));
  const proxy = "http://127.0.0.1:9";
  const environment = {
    PATH: process.env.PATH,
    HOME: home,
    PULUMI_HOME: join(home, ".pulumi"),
    TMPDIR: temporary,
    LANG: "C.UTF-8",
    HTTP_PROXY: proxy,
    HTTPS_PROXY: proxy,
    npm_config_offline: "true",
    npm_config_update_notifier: "false",
    PULUMI_SKIP_UPDATE_CHECK: "true",
  };
  execFileSync("git", ["clone", "--quiet", root, directory], { stdio: ["ignore", "ignore", "inherit"] });
  symlinkSync(join(root, "node_modules"), join(directory, "node_modules"));
  execFileSync("npm", ["run", "--silent", "prepare"], { cwd: directory, env: environment });
  return {
    directory,
    environment,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
