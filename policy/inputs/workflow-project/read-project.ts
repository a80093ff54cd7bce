import { basename, resolve } from "node:path";
import { asObject } from "../../../definition";
import type { Finding } from "../../rule/rule";
import type { FrontDoor } from "../front-door";
import { shownFile } from "../source-positions";
import { undecidedExpressions } from "../undecided-expressions";
import { usedSettings } from "./app-settings";
import type { ProjectFile, ProjectFiles } from "./project-files";
import { readProjectFiles } from "./project-files";
import { connectionResources, workflowResource } from "./project-resources";
import { findSecretConnections, findSecretParameters } from "./project-secrets";
import { findUnjudgedRules, notJudged } from "./unjudged-rules";

/**
 * Reads a Logic Apps Standard project as a stack of its workflows and connections.
 *
 * @throws InputError if the folder is no project, or a file of it cannot be read
 */
export async function readProject(directory: string): Promise<FrontDoor> {
  const files = await readProjectFiles(directory);
  const project = basename(resolve(directory));
  const parameters = files.parameters?.content ?? {};
  const resources = [
    ...[...files.workflows].map(([name, file]) => workflowResource(project, name, file, parameters)),
    ...connectionResources(project, files),
  ];
  const byUrn = new Map(resources.map((each) => [each.resource.urn, each]));
  const position = ({ file, lineOf }: ProjectFile, ...paths: string[]): NonNullable<Finding["source"]> => ({
    file: shownFile(file),
    line: lineOf(...paths),
  });
  const [firstWorkflow] = files.workflows.values();
  const main = files.host ?? firstWorkflow;
  return {
    stack: {
      resources: resources.map(({ resource, file, path }) => ({ ...resource, sourcePosition: position(file, path) })),
      marksSecrets: true,
    },
    notJudged,
    findings: [
      ...(files.parameters === undefined
        ? []
        : findSecretParameters(files.parameters, shownFile(files.parameters.file))),
      ...(files.connections === undefined
        ? []
        : findSecretConnections(files.connections, shownFile(files.connections.file))),
      ...findUsedSettings(files),
      findUnjudgedRules(),
    ],
    locate: ({ urn, path = "" }) => {
      const found = urn === undefined ? undefined : byUrn.get(urn);
      if (found === undefined) return main === undefined ? undefined : position(main);
      const parameter = /^(?:definition\.)?parameters\.([^.[]+)/.exec(path)?.[1];
      const own = asObject(asObject(found.file.content.definition).parameters);
      if (files.parameters !== undefined && parameter !== undefined && own[parameter] === undefined) {
        return position(files.parameters, parameter);
      }
      const below = found.path === "" ? path : path.replace(/^properties\./, "");
      return position(found.file, [found.path, below].filter((part) => part !== "").join("."));
    },
  };
}

/** One finding that counts the app settings whose values nobody knows here, and lists those that are nowhere declared. */
function findUsedSettings({ workflows, connections, parameters, localSettings }: ProjectFiles): readonly Finding[] {
  const all = [...workflows.values(), connections, parameters].filter((file) => file !== undefined);
  const names = [...new Set(all.flatMap(({ content }) => usedSettings(content, "")).map(({ name }) => name))].sort();
  if (names.length === 0) return [];
  const undeclared = localSettings === undefined ? [] : names.filter((name) => !localSettings.has(name.toLowerCase()));
  const missing = undeclared.length === 0 ? "" : ` Not in local.settings.json: ${undeclared.join(", ")}.`;
  const { id: rule, level } = undecidedExpressions;
  return [
    {
      rule,
      level,
      count: names.length,
      message: `Not evaluated, because app settings are the app's: ${names.length} (${names.join(", ")}).${missing}`,
    },
  ];
}
