import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { connect } from "../../verify/azure/connect";
import type { CheckResult } from "../../verify/check-result";
import { renderResults, toJson as toVerificationJson } from "../../verify/render-results";
import { readDeployedStack } from "../../verify/stack/deployed-stack";
import { readExportedStack } from "../../verify/stack/export-stack";
import { verifyStack } from "../../verify/verify-stack";
import { knownSecrets, type Place } from "../proofs/no-leak";
import { renderReport, toJson } from "../report";
import { recordRequests } from "../run/record-requests";
import { runLocally } from "../run/run-locally";
import { openServedStack, type ServedStack } from "../run/served-stack";
import type { LocalStack } from "../stack/local-stack";
import { stackConfiguration } from "../stack/stack-configuration";
import { evaluatePolicy, evaluateStart, evaluateVerification } from "./evaluate-results";
import { providerLocation } from "./factors/cloud-locations";
import type { MatrixResult, MatrixStack } from "./matrix-stack";
import { readFiles } from "./read-files";
import { searchPlaces } from "./search-secrets";

/** Runs a stack in this process as `npm start`, `npm start -- --serve` and `npm run verify` do, and searches what they
 * print and write for secrets. */
export async function runStack(stack: MatrixStack): Promise<MatrixResult> {
  const { number, choices, settings, expected } = stack;
  const lines: string[] = [];
  const progress = (line: string): void => void lines.push(line);
  const configuration = stackConfiguration({ ...settings }, { location: providerLocation(settings) });
  const run = await runLocally({ configuration, stack: `matrix-${number}`, progress });
  try {
    const served = await openServedStack(run.stack, run.clock);
    try {
      const results = await verifyServed(run.stack, served, progress);
      const verification = { stack: `matrix-${number}`, results };
      const places: readonly Place[] = [
        { name: "--json", content: toJson(run.report) },
        { name: "report", content: renderReport(run.report, { width: 100, colour: true }, "verbose") },
        { name: "exported state", content: await readFile(served.state, "utf8") },
        { name: "verify --json", content: toVerificationJson(verification) },
        { name: "verify", content: renderResults(verification, { width: 100, colour: true }, "verbose") },
        { name: "progress", content: lines.join("\n") },
        ...(await recordedRequests(run.stack)),
      ];
      return {
        ...{ number, choices, expected },
        start: evaluateStart(run.report, expected),
        policy: evaluatePolicy(run.report.policy),
        verify: evaluateVerification(results, expected),
        secrets: searchPlaces(knownSecrets(run.stack), places),
      };
    } finally {
      await served.close();
    }
  } finally {
    await run.stack.azure.close();
  }
}

async function verifyServed(
  { azure: { cloud, entra, deployer, network, clock } }: LocalStack,
  served: ServedStack,
  progress: (line: string) => void,
): Promise<readonly CheckResult[]> {
  const getToken = async (): Promise<{ token: string; expiresOnTimestamp: number }> => {
    const audience = cloud.resourceManager;
    const token = await entra.issueToken({ principalId: deployer.objectId, audience });
    return { token, expiresOnTimestamp: clock.now().getTime() + 3_600_000 };
  };
  const stack = readDeployedStack(await readExportedStack(served.state));
  return verifyStack(stack, {
    azure: connect({ cloud: stack.cloud, credential: { getToken }, agent: network.agent }),
    // The runs end within milliseconds, and are not waited for in seconds.
    clock: { now: () => clock.now(), wait: () => setTimeout(20) },
    progress,
    timeoutMinutes: 10,
  });
}

async function recordedRequests({ azure }: LocalStack): Promise<readonly Place[]> {
  const directory = await mkdtemp(join(tmpdir(), "matrix-requests-"));
  try {
    await recordRequests(directory, azure.arm.requests());
    return (await readFiles(directory)).map(({ name, content }) => ({ name: `--record ${name}`, content }));
  } finally {
    await rm(directory, { recursive: true });
  }
}
