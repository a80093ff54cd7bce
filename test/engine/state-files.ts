import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Deployment, Stack } from "@pulumi/pulumi/automation";

/** Reads every file of a backend in a folder, which has the states of its stacks and their history. */
export async function readStateFiles(folder: string): Promise<readonly { name: string; content: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (name) => ({ name, content: await readFile(name, "utf8") })));
}

/** Imports a state. An export in plain text names nothing to encrypt its secrets with: the stack's own passphrase does. */
export async function importState(stack: Stack, { version, deployment }: Deployment): Promise<void> {
  const { encryptionSalt: salt } = await stack.workspace.stackSettings(stack.name);
  const secretsProvider = { secrets_providers: { type: "passphrase", state: { salt } } };
  await stack.importStack({ version, deployment: { ...(deployment as object), ...secretsProvider } });
}
