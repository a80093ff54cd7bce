import { referenceRows, type ReferenceRow } from "./reference-rows";
import { stackFields } from "./stack-fields";
import { tokenFields } from "./token-fields";

/** `docs/settings.md`: every setting, from the schemas that check them. */
export function renderReference(): string {
  return `# Settings

<!-- Written by \`npm run settings\` from the schemas in settings/; edit those. -->

Keys of a stack file (\`Pulumi.<stack>.yaml\`), each with \`logicapp-keyvault-secrets:\` before it; \`docs/examples/stack.yaml\`
shows them all. An empty value (\`""\`, \`[]\`, \`{}\`) counts as not given. No setting takes a secret, only the names of
secrets in the vault.

${table(referenceRows(stackFields))}

## Keys of a token

Each entry of \`tokens\`:

${table(referenceRows(tokenFields))}
`;
}

function table(rows: readonly ReferenceRow[]): string {
  return [
    "<!-- prettier-ignore-start -->",
    "",
    "| Key | Type | Default | Meaning |",
    "| --- | --- | --- | --- |",
    ...rows.map(
      (row) => `| \`${row.key}\` | ${row.type} | ${row.defaultShown ?? "**required**"} | ${row.description} |`,
    ),
    "",
    "<!-- prettier-ignore-end -->",
  ].join("\n");
}
