import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { parse } from "yaml";
import type * as z from "zod";
import { keysFiles } from "../../../settings/reference/keys-files";
import { pulumiDeclarations } from "../../../settings/reference/pulumi-declarations";
import { parseSettings } from "../../../settings/parse/parse-settings";
import { renderArgumentTypes } from "../../../settings/reference/render-argument-types";
import { renderProviders } from "../../../settings/reference/render-providers";
import { renderReference } from "../../../settings/reference/render-reference";
import { consumerFields } from "../../../settings/fields/consumer-fields";
import type { ConsumerKeys } from "../../../settings/fields/consumer-keys";
import { stackFields } from "../../../settings/fields/stack-fields";
import { tokenFields } from "../../../settings/fields/token-fields";
import type { TokenKeys } from "../../../settings/fields/token-keys";
import { leastToken } from "../settings-under-test";

const textOf = (...path: string[]) => readFileSync(join(__dirname, "..", "..", "..", ...path), "utf8");

type ReadonlyDeep<T> = T extends object ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> } : T;

const project = parse(textOf("Pulumi.yaml")) as {
  name: string;
  runtime: unknown;
  config: Record<string, { default?: unknown }>;
};

describe("Pulumi.yaml", () => {
  it("names the project and its runtime", () => {
    assert.equal(project.name, "logicapp-keyvault-secrets");
    assert.deepEqual(project.runtime, { name: "nodejs", options: { typescript: false } });
  });

  it("declares every setting as the schemas have it (written by npm run settings)", () => {
    assert.deepEqual(project.config, pulumiDeclarations());
    assert.deepEqual(Object.keys(project.config), Object.keys(stackFields));
  });

  it("has a default for everything but the tokens, without which Pulumi would demand it", () => {
    const required = Object.entries(project.config).filter(([, declaration]) => declaration.default === undefined);
    assert.deepEqual(
      required.map(([key]) => key),
      ["tokens"],
    );
  });

  it("has defaults that say the same as leaving the settings out", () => {
    const defaults = Object.fromEntries(
      Object.entries(project.config).map(([key, declaration]) => [key, declaration.default]),
    );
    assert.deepEqual(parseSettings({ ...defaults, tokens: [leastToken] }), parseSettings({ tokens: [leastToken] }));
  });
});

describe("docs/settings.md", () => {
  it("is what the schemas say (written by npm run settings)", () => {
    assert.equal(textOf("docs", "settings.md"), renderReference());
  });

  it("has a row for every setting, and a description in each", () => {
    const rows = textOf("docs", "settings.md")
      .split("\n")
      .filter((line) => line.startsWith("| `"));
    assert.deepEqual(
      rows.map((row) => row.split("`")[1]),
      [...Object.keys(stackFields), ...Object.keys(tokenFields), ...Object.keys(consumerFields)],
    );
    assert.deepEqual(
      rows.filter((row) => row.endsWith("|  |")),
      [],
    );
  });
});

describe("The types of a token's and a consumer's keys", () => {
  it("are what the schemas say (written by npm run settings)", () => {
    for (const { file, text } of keysFiles()) assert.equal(textOf(file), text);
  });

  it("accept what the schemas accept, and nothing else", () => {
    type Input<F extends Record<string, z.ZodType>> = z.input<z.ZodObject<F>>;
    // Compared by the type check.
    const same = [
      (given: Input<typeof tokenFields>): TokenKeys => given,
      (given: TokenKeys): ReadonlyDeep<Input<typeof tokenFields>> => given,
      (given: Input<typeof consumerFields>): ConsumerKeys => given,
      (given: ConsumerKeys): ReadonlyDeep<Input<typeof consumerFields>> => given,
    ];
    assert.equal(same.length, 4);
  });
});

describe("docs/providers.md", () => {
  it("is what settings/providers says (written by npm run settings)", () => {
    assert.equal(textOf("docs", "providers.md"), renderProviders());
  });
});

describe("docs/examples/stack-usgovernment.yaml", () => {
  it("is a stack of Azure Government that needs nothing unproven", () => {
    const { config } = parse(textOf("docs/examples/stack-usgovernment.yaml")) as { config: Record<string, string> };
    const { "azure-native:environment": environment, "azure-native:location": location, ...own } = config;
    const keys = Object.entries(own).map(([key, value]) => [key.replace(`${project.name}:`, ""), value] as const);
    const { settings, notes } = parseSettings(Object.fromEntries<unknown>(keys), { environment, location });
    assert.equal(settings.cloud, "usgovernment");
    assert.deepEqual(
      notes.filter((note) => note.includes("proven")),
      [],
    );
  });
});

describe("component/arguments.ts", () => {
  it("is what the schemas say (written by npm run settings)", () => {
    assert.equal(textOf("component", "arguments.ts"), renderArgumentTypes());
  });
});

describe("docs/examples/stack.yaml", () => {
  const namespace = "logicapp-keyvault-secrets:";
  const exampleOf = (text: string): Record<string, unknown> => {
    const { config } = parse(text) as { config: Record<string, unknown> };
    const own = Object.entries(config).filter(([key]) => key.startsWith(namespace));
    return Object.fromEntries(own.map(([key, value]) => [key.slice(namespace.length), value]));
  };
  const text = textOf("docs/examples/stack.yaml");

  it("is the file of no stack: all that Pulumi takes for one, Pulumi.<stack>.yaml, stays out of the repository", () => {
    const ignored = textOf(".gitignore").split("\n");
    assert.ok(ignored.includes("Pulumi.*.yaml"));
    assert.deepEqual(
      ignored.filter((line) => line.startsWith("!")),
      [],
    );
  });

  it("has nothing wrong in it", () => {
    const { settings } = parseSettings(exampleOf(text));
    assert.deepEqual(
      settings.tokens.map(({ secretName, grantType, writePath }) => [secretName, grantType, writePath]),
      [
        ["salesforce-token", "client_credentials", "connector"],
        ["example-token", "refresh_token", "http"],
        ["zoom-token", "account_credentials", "connector"],
      ],
    );
    assert.deepEqual(
      settings.consumers.map(({ name, subscription }) => [name, subscription.kind]),
      [
        ["accounts", "created"],
        ["contacts", "existing"],
      ],
    );
  });

  it("shows every setting, and every key of a token and of a consumer", () => {
    const shown = new Set(
      [...text.matchAll(/^(?:# )? *(?:# +)?(?:- )?(?:logicapp-keyvault-secrets:)?([a-zA-Z]+):/gm)].map(
        ([, key]) => key,
      ),
    );
    const keys = [stackFields, tokenFields, consumerFields].flatMap((fields) => Object.keys(fields));
    const missing = keys.filter((key) => !shown.has(key));
    assert.deepEqual(missing, []);
  });

  it("shows alternatives that are right too, once they are taken", () => {
    const alternative = text
      .replace(/^ {2}logicapp-keyvault-secrets:(resourceGroupName|vaultName):.*\n/gm, "")
      .replace(/^ {2}logicapp-keyvault-secrets:alertEmails:\n {4}- .*\n/m, "")
      .replace(/^ {2}# (?=logicapp-keyvault-secrets:)/gm, "  ");
    const { settings } = parseSettings(exampleOf(alternative));
    assert.equal(settings.vault.kind, "existing");
    assert.equal(settings.resourceGroup.kind, "existing");
  });
});
