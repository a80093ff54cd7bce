import { asObject } from "../../../definition";
import type { JsonObject } from "../../../definition";
import type { StackResource } from "../../model";
import { withoutAppSettings } from "./app-settings";
import type { ProjectFile, ProjectFiles } from "./project-files";

/** A resource of a project, and where it stands. */
export interface ProjectResource {
  readonly resource: StackResource;
  readonly file: ProjectFile;
  /** In the file; empty for all of it. */
  readonly path: string;
}

/** A workflow with the project's parameters that it uses, which count as its own. */
export function workflowResource(
  project: string,
  name: string,
  file: ProjectFile,
  parameters: JsonObject,
): ProjectResource {
  const definition = asObject(withoutAppSettings(file.content.definition));
  const used = Object.entries(parameters).filter(([parameter]) => uses(file.content.definition, parameter));
  const declared = used.map(([parameter, each]) => [parameter, { type: asObject(each).type }] as const);
  const values = used.map(
    ([parameter, each]) => [parameter, { value: withoutAppSettings(asObject(each).value) }] as const,
  );
  return {
    file,
    path: "",
    resource: resourceOf(project, "azure-native:logic:Workflow", name, {
      workflowName: name,
      kind: file.content.kind,
      definition: {
        ...definition,
        parameters: { ...Object.fromEntries(declared), ...asObject(definition.parameters) },
      },
      parameters: Object.fromEntries(values),
    }),
  };
}

/** The connections of a project, in the form of Azure's connections. */
export function connectionResources(project: string, { connections: file }: ProjectFiles): readonly ProjectResource[] {
  if (file === undefined) return [];
  return Object.entries(file.content).flatMap(([kind, connections]) =>
    Object.entries(asObject(connections)).map(([name, written]) => {
      const { api, serviceProvider, parameterValues } = asObject(withoutAppSettings(written));
      return {
        file,
        path: `${kind}.${name}`,
        resource: resourceOf(project, "azure-native:web:Connection", name, {
          connectionName: name,
          properties: {
            api: api ?? serviceProvider,
            parameterValues,
          },
        }),
      };
    }),
  );
}

function uses(definition: unknown, parameter: string): boolean {
  const text = JSON.stringify(definition).toLowerCase();
  return text.includes(`parameters('${parameter.toLowerCase()}')`);
}

function resourceOf(project: string, type: string, name: string, properties: JsonObject): StackResource {
  return {
    urn: `urn:pulumi:project::${project}::${type}::${name}`,
    type,
    name,
    properties,
    propertyDependencies: {},
    ignoreChanges: [],
  };
}
