import { utf16, withMark, type Slip } from "./slip";

const state = (...resources: readonly object[]): string => JSON.stringify({ version: 3, deployment: { resources } });

/** Slips in what `npm run policy` reads: the option, and the content of the file. */
export const policyFiles: readonly Slip[] = [
  [
    "--state with no JSON",
    "nothing",
    "--state DIR/input.json: it is not JSON. Write it with: pulumi stack export --file FILE",
  ],
  [
    "--state in UTF-16 that is no stack",
    utf16("{}"),
    "--state DIR/input.json: it is not an exported stack. Write it with: pulumi stack export --file FILE",
  ],
  [
    "--state with a byte-order mark that is no stack",
    withMark("{}"),
    "--state DIR/input.json: it is not an exported stack. Write it with: pulumi stack export --file FILE",
  ],
  ["--state without resources", state(), "--state DIR/input.json: the stack has no resources to check."],
  [
    "--event-log that is a state",
    state(),
    "--event-log DIR/input.json: it has no resources to check. Write it with: pulumi preview --policy-pack policy --event-log FILE",
  ],
  [
    "--event-log in UTF-16 with a wrong line",
    utf16("{}\n{"),
    "--event-log DIR/input.json: its line 2 is not JSON. Write it with: pulumi preview --policy-pack policy --event-log FILE",
  ],
  [
    "--template without resources",
    withMark("{}"),
    "--template DIR/input.json: it is not a template: it has no resources. Give an ARM template, such as bicep build writes.",
  ],
  [
    "--template in UTF-16 that is a parameters file",
    utf16(
      JSON.stringify({ $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#" }),
    ),
    "--template DIR/input.json: it is a parameters file. Give it as --parameters, and the template as --template.",
  ],
  [
    "--parameters in UTF-16 of another template",
    utf16(JSON.stringify({ parameters: { name: { value: "x" } } })),
    '--parameters DIR/input.json: the template has no parameter "name". Give a parameters file: { "parameters": { "name": { "value": … } } }.',
  ],
  [
    "--policy-config in UTF-16 with an unknown rule",
    utf16(JSON.stringify({ "vault-recovry": "advisory" })),
    "--policy-config DIR/input.json:\n  vault-recovry is not a rule. Did you mean vault-recovery?",
  ],
  [
    "--policy-config with a wrong level",
    withMark(JSON.stringify({ "vault-recovery": "error" })),
    "--policy-config DIR/input.json:\n  vault-recovery is not an allowed value. Expected mandatory, advisory, disabled.",
  ],
  [
    "--against in UTF-16 that is nothing to compare with",
    utf16("[]"),
    "--against DIR/input.json: it is none of the files that can be compared with. Give what pulumi stack export writes, an event log, or a report that was written with --format json.",
  ],
];

/** Slips in what `npm run verify -- --state FILE` reads. */
export const exportedStacks: readonly Slip[] = [
  ["no JSON", "nothing", "--state DIR/stack.json is not JSON. Expected the output of 'npx pulumi stack export'."],
  [
    "UTF-16 without a stack",
    utf16("{}"),
    "The state has no stack. Deploy it first (npx pulumi up), and give what 'npx pulumi stack export' writes then.",
  ],
  [
    "a stack that is not deployed",
    withMark(state({ urn: "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev", type: "pulumi:pulumi:Stack" })),
    "The stack 'dev' is not deployed in full: its outputs lack 'refreshWorkflows'. Deploy it first: npx pulumi up --stack dev",
  ],
];

/** Slips in what `npm run export -- openapi --state FILE` reads. */
export const statesToExport: readonly Slip[] = [
  ["no JSON", "nothing", "--state DIR/state.json is not JSON. Expected the output of 'npx pulumi stack export'."],
  [
    "UTF-16 that is no stack",
    utf16("{}"),
    "--state DIR/state.json: it is not an exported stack. Write it with: npx pulumi stack export --file FILE",
  ],
  [
    "a byte-order mark, and no resource",
    withMark(state()),
    "--state DIR/state.json: it has no resources. Deploy the stack first: npx pulumi up.",
  ],
  [
    "a stack of another project",
    state({ urn: "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod", type: "pulumi:pulumi:Stack" }),
    "--state DIR/state.json: the stack prod of the project shop has no Set secret connector. Give the state of a stack of this project.",
  ],
];

/** Slips on the command line. */
export const commandLines: readonly Slip[] = [
  ["an unknown option near another", "--jsn", "error: Unknown option '--jsn'. Did you mean --json?"],
  ["an unknown option far from all others", "--frobnicate", "error: Unknown option '--frobnicate'."],
  ["an option without its value", "--config", "error: Option '--config <file>' argument missing."],
  ["an argument", "stack.yaml", "error: Too many arguments. Expected 0 arguments but got 1."],
  ["--quiet with --verbose", "--quiet --verbose", "error: Option '--verbose' cannot be used with option '--quiet'."],
  [
    "a forgotten --",
    "npm_config_config=true stack.yaml",
    "error: npm took --config for itself. Options of this command go after two hyphens: npm start -- --config",
  ],
];
