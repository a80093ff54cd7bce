import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import Ajv from "ajv";
import { validateWorkflow } from "@action-validator/core";
import { describe, it } from "mocha";
import { parse } from "yaml";
import { scripts } from "../../package.json";
import { asObject } from "../../definition/json";
import azurePipelinesSchema from "./azure-pipelines.schema.json";
import {
  azureCommands,
  azureJobs,
  azurePipelines,
  azurePipelinesText,
  githubCommands,
  githubWorkflows,
  type GithubJob,
} from "./pipeline-steps";

const jobs: readonly GithubJob[] = [...githubWorkflows.values()].flatMap((workflow) => workflow.jobs);

function job(id: string): GithubJob {
  const found = jobs.find((each) => each.id === id);
  assert.ok(found !== undefined, `There is no job ${id}.`);
  return found;
}

describe("the pipelines", () => {
  it("run the same commands under the same names, but for the comment", () => {
    assert.deepEqual([...azureJobs.keys()], ["check", "preview", "deploy", "verify"]);
    for (const id of azureJobs.keys()) {
      const azure = azureCommands(id)
        .filter((command) => !command.startsWith("Comment: "))
        .map((command) => command.replace(/ --graph none$/, ""));
      assert.deepEqual(azure, githubCommands(job(id)));
    }
    const reports = job("report").steps.map(({ name }) => name);
    assert.deepEqual(reports, ["Take the reports", "Comment", "Upload SARIF"]);
    const azure = (azureJobs.get("preview") ?? []).map(({ displayName }) => displayName);
    assert.deepEqual(azure.slice(-2), ["Comment", "Upload SARIF"]);
  });

  it("run nothing but npm's own commands, scripts of package.json and files that are there", () => {
    const commands = jobs.flatMap((each) => githubCommands(each)).map((command) => command.replace(/^[^:]+: /, ""));
    const unknown = commands.filter((command) => {
      const [, script] = /^npm run ([\w:]+)/.exec(command) ?? [];
      const others = ["npm ci", "rm -f preview.jsonl"];
      return script === undefined ? !others.includes(command) && !existsSync(command) : !(script in scripts);
    });
    assert.deepEqual(unknown, []);
    assert.deepEqual(
      [...new Set(commands)].sort(),
      [
        ".ci/pulumi-cli/install",
        "npm ci",
        "npm run check",
        "npm run deploy",
        "npm run policy -- --event-log preview.jsonl --format markdown --output policy.md",
        "npm run policy -- --event-log preview.jsonl --format sarif --output policy.sarif",
        "npm run preview",
        "npm run test:browser",
        "npm run test:engine",
        "npm run test:transcripts",
        'npm run verify -- --stack "$PULUMI_STACK"',
        "rm -f preview.jsonl",
      ].sort(),
    );
  });

  it("keep the reports, and remove the event log whatever happens", () => {
    const removal = job("preview").steps.find(({ name }) => name === "Remove the event log");
    assert.equal(removal?.if, "always()");
    const uploads = jobs.flatMap(({ steps }) => steps.filter(({ uses }) => uses?.includes("/upload-artifact@")));
    assert.deepEqual(
      uploads.map((upload) => upload.with?.path),
      ["policy.*"],
    );
    const azure = azureJobs.get("preview") ?? [];
    assert.equal(azure.find(({ displayName }) => displayName === "Remove the event log")?.condition, "always()");
    const published = azure.filter(({ task }) => task === "PublishPipelineArtifact@1");
    assert.deepEqual(
      published.map(({ inputs }) => asObject(inputs).targetPath),
      ["policy.sarif"],
    );
  });

  it("write no secret down, and use none", () => {
    for (const text of [azurePipelinesText, ...[...githubWorkflows.values()].map((workflow) => workflow.text)]) {
      assert.doesNotMatch(text, /\{\{\s*secrets|client[-_]?secret|password|passphrase|ACCESS_KEY|AccountKey|sig=/i);
    }
  });
});

describe("the workflows of GitHub Actions", () => {
  it("are what GitHub's schema says", () => {
    for (const { file, text } of githubWorkflows.values())
      assert.deepEqual([file, validateWorkflow(text).errors], [file, []]);
    const { errors } = validateWorkflow("on: push\njobs:\n  a:\n    steps: []\n");
    assert.notDeepEqual(errors, []);
  });

  it("pin every action to a commit, and say its version", () => {
    const used = [...githubWorkflows.values()].flatMap(({ text }) => text.match(/^.*\buses: .*$/gm) ?? []);
    assert.equal(used.length, jobs.flatMap(({ steps }) => steps.filter(({ uses }) => uses !== undefined)).length);
    for (const line of used) assert.match(line, /uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    const versions = new Map(used.map((line) => [/uses: ([^@]+)@/.exec(line)?.[1], /@(.+)$/.exec(line)?.[1]]));
    assert.equal(
      new Set(used.map((line) => line.trim().replace(/^- /, ""))).size,
      versions.size,
      "one commit for each",
    );
  });

  it("give each job what it needs and nothing else", () => {
    for (const { permissions } of githubWorkflows.values()) assert.deepEqual(permissions, {});
    assert.deepEqual(Object.fromEntries(jobs.map(({ id, permissions }) => [id, permissions])), {
      check: { contents: "read" },
      preview: { contents: "read", "id-token": "write" },
      report: { actions: "read", contents: "read", "pull-requests": "write", "security-events": "write" },
      deploy: { contents: "read", "id-token": "write" },
      verify: { contents: "read", "id-token": "write" },
    });
    // Who may write to the pull request runs no code of it, and who runs code of it keeps no token in its clone.
    assert.deepEqual(githubCommands(job("report")), []);
    for (const { steps } of jobs) {
      const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
      for (const checkout of checkouts) assert.deepEqual(checkout.with, { "persist-credentials": false });
    }
  });

  it("give nothing to pull requests of forks", () => {
    assert.deepEqual(Object.keys(githubWorkflows.get("pull-request.yml")?.on ?? {}), ["pull_request"]);
    assert.deepEqual(githubWorkflows.get("main.yml")?.on, { push: { branches: ["main"] } });
    assert.equal(job("preview").if, "github.event.pull_request.head.repo.full_name == github.repository");
    assert.deepEqual(job("check").env, undefined);
  });

  it("log in by OpenID Connect, to an environment of its own for each identity", () => {
    const environments = Object.fromEntries(jobs.map(({ id, environment }) => [id, environment]));
    assert.deepEqual(environments, {
      check: undefined,
      preview: "preview",
      report: undefined,
      deploy: "production",
      verify: "production",
    });
    for (const { id, steps, permissions } of jobs) {
      const logins = steps.filter(({ uses }) => uses?.startsWith("azure/login@"));
      assert.equal(logins.length, permissions?.["id-token"] === "write" ? 1 : 0, id);
      for (const login of logins) {
        assert.deepEqual(Object.keys(login.with ?? {}), ["client-id", "tenant-id", "subscription-id"]);
      }
    }
  });

  it("deploy one after the other, and never cut a deployment off", () => {
    assert.deepEqual(githubWorkflows.get("main.yml")?.concurrency, { group: "deploy", "cancel-in-progress": false });
  });
});

describe("azure-pipelines.yml", () => {
  // Its patterns escape what the flag "u" of regular expressions lets nobody escape, and to it, 40 is a string.
  const code = { optimize: false };
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false, coerceTypes: true, code });
  const validate = ajv.compile(azurePipelinesSchema);

  it("is what the schema of Azure Pipelines says", () => {
    validate(structuredClone(azurePipelines));
    assert.deepEqual(validate.errors ?? [], []);
    const wrong = parse(azurePipelinesText.replace("azureSubscription:", "azureSubscribtion:")) as unknown;
    assert.equal(validate(wrong), false);
  });

  it("deploys one after the other, to an environment that can be locked", () => {
    assert.equal(azurePipelines.lockBehavior, "sequential");
    assert.equal(azurePipelinesText.match(/environment: production/g)?.length, 2);
  });

  it("takes no secret of a service connection but the token of workload identity federation", () => {
    const tasks = [...azureJobs.values()].flat().filter(({ task }) => task === "AzureCLI@2");
    const connections = tasks.map(({ displayName, inputs }) => [displayName, asObject(inputs).azureSubscription]);
    assert.deepEqual(Object.fromEntries(connections), {
      "Preview with the policy pack": "logicapp-keyvault-secrets-preview",
      "Deploy with the policy pack": "logicapp-keyvault-secrets-deploy",
      Verify: "logicapp-keyvault-secrets-deploy",
    });
    assert.doesNotMatch(azurePipelinesText, /servicePrincipalKey/);
  });

  it("gives nothing to pull requests of forks", () => {
    assert.match(azurePipelinesText, /ne\(variables\['System\.PullRequest\.IsFork'\], 'True'\)/);
    assert.doesNotMatch(JSON.stringify(azureJobs.get("check")), /AzureCLI|PULUMI_/);
  });
});
