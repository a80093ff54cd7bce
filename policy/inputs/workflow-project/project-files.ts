import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { asObject, isObject } from "../../../definition";
import type { JsonObject } from "../../../definition";
import { InputError } from "../input-error";
import type { JsonDocument } from "../json-document";
import { readJsonDocument } from "../json-document";

export const projectOption = "--workflow-project";

/** A file of a project. */
export interface ProjectFile extends JsonDocument {
  readonly file: string;
  readonly content: JsonObject;
}

/** The files of a project that the rules need. */
export interface ProjectFiles {
  /** By the names of the workflows, which are those of their folders. */
  readonly workflows: ReadonlyMap<string, ProjectFile>;
  readonly host?: ProjectFile;
  readonly connections?: ProjectFile;
  readonly parameters?: ProjectFile;
  /** Names of the settings of `local.settings.json`, in lower case; its values are nobody's to read. */
  readonly localSettings?: ReadonlySet<string>;
}

/**
 * Reads the files of a Logic Apps Standard project.
 *
 * @throws InputError if the folder is no project, or a file of it cannot be read
 * @see https://learn.microsoft.com/azure/logic-apps/create-single-tenant-workflows-visual-studio-code#project-structure
 */
export async function readProjectFiles(directory: string): Promise<ProjectFiles> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => {
    throw new InputError(projectOption, directory, "there is no such folder.");
  });
  if (entries.some(({ name }) => name === "workflow.json")) {
    throw new InputError(
      projectOption,
      directory,
      "it is the folder of one workflow. Give the folder around it, with host.json.",
    );
  }
  const workflows = new Map<string, ProjectFile>();
  for (const { name } of entries.filter((entry) => entry.isDirectory()).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = await readOptional(join(directory, name, "workflow.json"));
    if (file === undefined) continue;
    if (!isObject(file.content.definition)) {
      throw new InputError(projectOption, file.file, 'it is not a workflow: it has no "definition".');
    }
    workflows.set(name, file);
  }
  if (workflows.size === 0) {
    throw new InputError(
      projectOption,
      directory,
      "no folder in it has a workflow.json. Give the folder that has host.json.",
    );
  }
  const [host, connections, parameters, settings] = await Promise.all(
    ["host.json", "connections.json", "parameters.json", "local.settings.json"].map((name) =>
      readOptional(join(directory, name)),
    ),
  );
  const names = settings === undefined ? undefined : Object.keys(asObject(settings.content.Values));
  return {
    workflows,
    ...(host === undefined ? {} : { host }),
    ...(connections === undefined ? {} : { connections }),
    ...(parameters === undefined ? {} : { parameters }),
    ...(names === undefined ? {} : { localSettings: new Set(names.map((name) => name.toLowerCase())) }),
  };
}

async function readOptional(file: string): Promise<ProjectFile | undefined> {
  const isThere = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isThere) return undefined;
  const document = await readJsonDocument(projectOption, file, "Correct it: Logic Apps cannot read it either.");
  if (!isObject(document.value)) throw new InputError(projectOption, file, "it is not a JSON object.");
  return { ...document, file, content: document.value };
}
