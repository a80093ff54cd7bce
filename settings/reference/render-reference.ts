import { referenceRows, type ReferenceRow } from "./reference-rows";
import { consumerFields } from "../fields/consumer-fields";
import { stackFields } from "../fields/stack-fields";
import { tokenFields } from "../fields/token-fields";

/** Renders `docs/settings.md`: every setting, from the schemas that check them. */
export function renderReference(): string {
  return `# Settings

<!-- Written by \`npm run settings\` from the schemas in settings/; edit those. -->

Keys of a stack file (\`Pulumi.<stack>.yaml\`), each prefixed with \`logicapp-keyvault-secrets:\`.
\`docs/examples/stack.yaml\` shows all of them. An empty value (\`""\`, \`[]\`, \`{}\`) counts as not set. No setting accepts a secret, only the names of
secrets in the vault.

${table(referenceRows(stackFields))}

## Keys of a token

Each entry of \`tokens\`:

${table(referenceRows(tokenFields))}

## Keys of a consumer

Each entry of \`consumers\`:

${table(referenceRows(consumerFields))}
`;
}

function table(rows: readonly ReferenceRow[]): string {
  return [
    "<!-- prettier-ignore-start -->",
    "",
    "| Key | Type | Default | Description |",
    "| --- | --- | --- | --- |",
    ...rows.map(
      (row) => `| \`${row.key}\` | ${row.type} | ${row.defaultShown ?? "**required**"} | ${row.description} |`,
    ),
    "",
    "<!-- prettier-ignore-end -->",
  ].join("\n");
}
