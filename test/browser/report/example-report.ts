import { join } from "node:path";
import { renderPage } from "../../../local/page";
import { knownSecrets } from "../../../local/proofs/no-leak";
import type { LocalRunReport } from "../../../local/report";
import { runLocally } from "../../../local/run/run-locally";
import { project } from "../../../local/stack/project";
import { readStackFile } from "../../../local/stack/stack-file";
import { asList, asObject } from "../../../definition/json";

const stackFile = join(__dirname, "..", "..", "..", "docs", "examples", "stack.yaml");

/** A report, its page, and the secrets of its stack. */
export interface ExampleReport {
  readonly report: LocalRunReport;
  readonly html: string;
  readonly secrets: readonly string[];
}

let example: Promise<ExampleReport> | undefined;

/** Runs the example stack, with two tokens more: eight Logic Apps. Once for all tests. */
export function exampleReport(): Promise<ExampleReport> {
  example ??= runExample();
  return example;
}

async function runExample(): Promise<ExampleReport> {
  const configuration = await readStackFile(stackFile, project);
  const key = `${project}:tokens`;
  const tokens = asList(JSON.parse(configuration[key] ?? "[]")).map(asObject);
  const more = ["eu", "us"].map((region) => ({
    secretName: `${region}-token`,
    grantType: "client_credentials",
    tokenUrl: `https://login.${region}.example.com/oauth2/token`,
    clientId: `client-of-${region}`,
    clientSecretName: `${region}-client-secret`,
  }));
  const { stack, report } = await runLocally({
    configuration: { ...configuration, [key]: JSON.stringify([...tokens, ...more]) },
    stack: "example",
    progress: () => undefined,
  });
  const secrets = knownSecrets(stack);
  await stack.azure.close();
  return { report, html: renderPage(report), secrets };
}
