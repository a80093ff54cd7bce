import { deriveRequirements } from "../../access/permissions";
import type { JsonObject } from "../../definition/json";
import type { ManagedConnector } from "./deployed-refresh";
import { managedConnection } from "./managed-connection";

/** What the README of a project tells. */
interface ProjectDescription {
  readonly stack: string;
  readonly workflows: readonly { readonly name: string; readonly definition: JsonObject }[];
  readonly vaultUri: string;
  readonly connector?: ManagedConnector | undefined;
}

/** The README of an exported project: what its app needs, what is lost, and how to add the connector. */
export function renderReadme({ stack, workflows, vaultUri, connector }: ProjectDescription): string {
  const rights = workflows.flatMap(({ name, definition }) =>
    deriveRequirements(definition, { vaultUri }).vault.map(
      ({ operation, secretNames = ["any"] }) =>
        `| \`${name}\` | \`${secretNames.join("`, `")}\` | ${operation.permission} | \`${operation.dataAction}\` |`,
    ),
  );
  return `# Refreshes of OAuth tokens for Logic Apps Standard

Exported from the stack \`${stack}\` by \`npm run export -- standard\`. Not tried: it needs Azure.

Each refresh writes the token with an HTTP action and the app's system-assigned managed identity; no connector, no relay
and no key takes part. Local runs have no managed identity, so that the requests to the vault fail there.

## What the app needs

- Its system-assigned identity turned on, with these rights in the vault \`${vaultUri}\`, which \`parameters.json\` names:

| Workflow | Secret | Permission | Data action |
| --- | --- | --- | --- |
${[...new Set(rights)].join("\n")}

- Only one refresh for each token: disable the Logic App of the stack before you start the one of this project.

## What is lost

- **Least privilege per token.** Identities belong to the app, so that every workflow of it can do what any of them may.
- **Grants, alerts and logs.** Nothing of this is in a project folder: create them for the app.
- **IP ranges of the run history**, which are settings of the app here.
- **The state.** Changed settings of the stack need a new export.
${connector === undefined ? "" : renderConnector(connector)}`;
}

function renderConnector(connector: ManagedConnector): string {
  return `
## The Set secret connector in other workflows of the app

The app must be in \`${connector.location}\`, where the connector is, and needs a connection of the kind V2 with an
access policy for its identity. Merge this into \`connections.json\` with the name of that connection:

\`\`\`json
${JSON.stringify(managedConnection(connector, "CONNECTION_NAME"), undefined, 2)}
\`\`\`

The identity authorises the app to the connection, not to the vault: the relay and its key stay. Prefer the HTTP action
with the app's identity where you can.
`;
}
