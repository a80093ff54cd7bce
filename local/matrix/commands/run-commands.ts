import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asList, asObject } from "../../../definition/json";
import type { CheckResult } from "../../../verify/check-result";
import type { LocalRunReport } from "../../report";
import { evaluatePolicy, evaluateStart, evaluateVerification } from "../evaluate-results";
import { isToSucceed, type MatrixStack, type Seen } from "../matrix-stack";
import { readFiles } from "../read-files";
import { searchPlaces } from "../search-secrets";
import { readSecrets } from "./read-secrets";
import { toStackFile } from "./stack-yaml";
import { start } from "./started-process";

/**
 * Runs `npm start -- --config … --json --record … --serve` and `npm run verify` for a stack, as processes, and compares
 * their exit codes and output with what is expected of it.
 */
export async function runCommands({ number, settings, expected }: MatrixStack): Promise<Seen> {
  const directory = await mkdtemp(join(tmpdir(), "matrix-commands-"));
  const [file, requests, temporary] = [`Pulumi.matrix-${number}.yaml`, "requests", "temporary"].map((name) =>
    join(directory, name),
  ) as [string, string, string];
  await mkdir(temporary);
  await writeFile(file, toStackFile(settings));
  const served = start(["--config", file, "--json", "--record", requests, "--serve"], { TMPDIR: temporary });
  try {
    await served.says("Ctrl-C ends it");
    const report = JSON.parse(served.stdout()) as LocalRunReport;
    const { environment, address, state } = await readPrinted(served.stderr());
    const verify = start(["--state", state, "--json"], environment, "cli/verify.ts");
    const verifyExit = await verify.end();
    const results = asList(asObject(JSON.parse(verify.stdout() || "{}")).results) as readonly CheckResult[];
    const stateText = await readFile(state, "utf8");
    const secrets = [environment.AZURE_CLIENT_SECRET ?? "", ...(await readSecrets(asObject(report), address))];
    served.child.kill("SIGINT");
    const startExit = await served.end();
    const left = await readdir(temporary);
    const places = [
      { name: "npm start", content: served.stdout() + served.stderr() },
      { name: "npm run verify", content: verify.stdout() + verify.stderr() },
      { name: "exported state", content: stateText },
      ...(await readFiles(requests)).map(({ name, content }) => ({ name: `--record ${name}`, content })),
    ];
    const { refreshFails, mayEndEarly = false } = expected;
    return combine([
      expectExit("npm start", startExit, refreshFails === undefined ? 0 : 1),
      evaluateStart(report, expected),
      evaluatePolicy(report.policy),
      ...(mayEndEarly ? [] : [expectExit("npm run verify", verifyExit, isToSucceed(expected) ? 0 : 1)]),
      evaluateVerification(results, expected),
      searchPlaces(secrets, places),
      { held: left.length === 0, seen: `left behind: ${left.join(", ")}` },
    ]);
  } finally {
    served.child.kill("SIGKILL");
    await rm(directory, { recursive: true, force: true });
  }
}

/** Reads what a served stack prints: the environment of Azure's clients, its address, and the file of its state. */
async function readPrinted(printed: string): Promise<{
  readonly environment: Readonly<Record<string, string>>;
  readonly address: { readonly port: string; readonly certificateAuthority: string };
  readonly state: string;
}> {
  const find = (pattern: RegExp): string => pattern.exec(printed)?.[1] ?? "";
  const lines = [...printed.matchAll(/export (\w+)=(.*)/g)];
  const secret = await readFile(find(/cat '?([^')]+)'?\)/), "utf8");
  const environment = Object.fromEntries(
    lines.map(([, name = "", value = ""]) => [name, value.includes("$(cat ") ? secret : value]),
  );
  return {
    environment,
    address: {
      port: find(/--connect-to ::127\.0\.0\.1:(\d+)/),
      certificateAuthority: await readFile(find(/CA file: +(\S+)/), "utf8"),
    },
    state: find(/npm run verify -- --state (\S+)/),
  };
}

function expectExit(command: string, seen: number | null, expected: number): Seen {
  return { held: seen === expected, seen: `${command} exited with ${String(seen)}, expected ${expected}` };
}

function combine(parts: readonly Seen[]): Seen {
  const failed = parts.filter(({ held }) => !held).map(({ seen }) => seen);
  return failed.length === 0 ? { held: true, seen: "as expected" } : { held: false, seen: failed.join("; ") };
}
