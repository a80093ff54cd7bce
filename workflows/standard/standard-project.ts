import { jsonFile, type ExportedFile } from "../../connector/export/exported-file";
import type { DeployedRefresh, ManagedConnector } from "./deployed-refresh";
import { projectParameters } from "./project-parameters";
import { renderReadme } from "./render-readme";
import { writeByHttp } from "./write-by-http";

/** Input for a project folder. */
export interface StandardProject {
  /** As `project/stack`. */
  readonly stack: string;
  /** At least one. */
  readonly refreshes: readonly DeployedRefresh[];
  /** Absent if the stack has none. */
  readonly connector?: ManagedConnector | undefined;
}

/** https://learn.microsoft.com/azure/logic-apps/edit-app-settings-host-settings */
const host = {
  version: "2.0",
  extensionBundle: { id: "Microsoft.Azure.Functions.ExtensionBundle.Workflows", version: "[1.*, 2.0.0)" },
};

/**
 * The files of a Logic Apps Standard project with the refreshes of a stack, which write by HTTP with the app's managed
 * identity, and what is wrong with them.
 *
 * https://learn.microsoft.com/azure/logic-apps/create-single-tenant-workflows-visual-studio-code#project-structure
 */
export function standardProject({ stack, refreshes, connector }: StandardProject): {
  readonly files: readonly ExportedFile[];
  readonly problems: readonly string[];
} {
  const { parameters, vaultUri, problems } = projectParameters(refreshes);
  const workflows = refreshes.map(({ name, definition }) => ({ name, definition: writeByHttp(definition) }));
  return {
    problems,
    files: [
      { path: "README.md", content: renderReadme({ stack, workflows, vaultUri, connector }) },
      jsonFile("connections.json", { managedApiConnections: {}, serviceProviderConnections: {} }),
      jsonFile("host.json", host),
      jsonFile("local.settings.json", {
        IsEncrypted: false,
        Values: {
          APP_KIND: "workflowApp",
          AzureWebJobsStorage: "UseDevelopmentStorage=true",
          FUNCTIONS_WORKER_RUNTIME: "dotnet",
        },
      }),
      jsonFile("parameters.json", parameters),
      ...workflows.map(({ name, definition }) => jsonFile(`${name}/workflow.json`, { definition, kind: "Stateful" })),
    ],
  };
}
