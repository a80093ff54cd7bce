import {
  apiManagementFiles,
  openApiFiles,
  powerPlatformFiles,
  readRelayAddress,
  type ExportedFile,
} from "../../connector/export";
import { asObject, isObject, withoutKey, type JsonObject } from "../../definition/json";
import { plaintextSecrets } from "../../policy/inputs/state-values";
import { standardProject } from "../../workflows/standard";
import { chooseConnector } from "./choose-connector";
import type { DeployedConnector, ExportableStack } from "./exportable-stack";
import { findLeaks } from "./find-leaks";
import { findUnreadable } from "./find-unreadable";
import { readStack } from "./read-stack";
import type { Target } from "./targets";

/** An export to prepare. */
export interface ExportRequest {
  readonly target: Target;
  /** As `pulumi stack export` writes it. */
  readonly state: unknown;
  /** Name of the connector in the program. @default the only one */
  readonly connector?: string | undefined;
  /** Host name of the gateway, for `api-management`. */
  readonly gatewayHost?: string | undefined;
  /** Content of the connector's icon as PNG. */
  readonly icon: Uint8Array;
}

/** The files, or the problems that prevent the export. */
export interface PreparedExport {
  /** Of `project/stack`. */
  readonly stack: string;
  /** Empty if there are problems. */
  readonly files: readonly ExportedFile[];
  readonly notes: readonly string[];
  /** Sentences on the state. */
  readonly problems: readonly string[];
}

/** Makes the files for a target from a stack's state. Nothing that is secret there gets into them or into a message. */
export function prepareExport(request: ExportRequest): PreparedExport {
  const stack = readStack(request.state);
  if (typeof stack === "string") return { stack: "", files: [], notes: [], problems: [stack] };
  const { files, notes = [], problems } = makeFiles(request, stack);
  const name = `${stack.project}/${stack.name}`;
  if (problems.length > 0) return { stack: name, files: [], notes: [], problems };
  const secrets = plaintextSecrets(request.state);
  const leaks = findLeaks(files, secrets);
  if (leaks.length > 0) return { stack: name, files: [], notes: [], problems: leaks };
  const count = secrets.length === 1 ? "1 secret" : `${secrets.length} secrets`;
  const shown = secrets.length === 0 ? [] : [`The state shows ${count} in plain text. Delete the file.`];
  return { stack: name, files, notes: [...notes, ...shown], problems: [] };
}

type Made = Pick<PreparedExport, "files" | "problems"> & Partial<Pick<PreparedExport, "notes">>;

function makeFiles({ target, connector: name, gatewayHost, icon }: ExportRequest, stack: ExportableStack): Made {
  if (target === "standard") return makeProject(stack, name);
  const connector = chooseConnector(stack, name);
  if (typeof connector === "string") return { files: [], problems: [connector] };
  const unreadable = describeUnreadable(connector.name, { swagger: connector.document });
  if (unreadable.length > 0) return { files: [], problems: unreadable };
  const document = asObject(connector.document);
  const { address, problems } = readRelayAddress(document);
  const made = {
    "power-platform": () => powerPlatformFiles({ document, address, icon }),
    openapi: () => openApiFiles(document),
    "api-management": () => apiManagementFiles({ document, address, gatewayHost }),
  }[target];
  return {
    files: made(),
    notes: describeCallers(connector),
    problems: problems.map((problem) => `the connector ${connector.name}: ${problem} ${again}`),
  };
}

function makeProject(stack: ExportableStack, name: string | undefined): Made {
  const { refreshes, connectors } = stack;
  const connector = name === undefined && connectors.length === 0 ? undefined : chooseConnector(stack, name);
  const problems = [
    ...(typeof connector === "string" ? [connector] : []),
    ...(refreshes.length === 0
      ? [`the stack ${stack.name} of the project ${stack.project} has no refresh of a token to export.`]
      : []),
    ...refreshes.flatMap(({ name: refresh, definition, parameters }) =>
      // The connection is not used: the workflow writes by HTTP.
      describeUnreadable(refresh, {
        definition,
        parameters: isObject(parameters) ? withoutKey(parameters, "$connections") : parameters,
      }),
    ),
  ];
  if (problems.length > 0 || typeof connector === "string") return { files: [], problems };
  return standardProject({
    stack: `${stack.project}/${stack.name}`,
    refreshes: refreshes.map(({ name: refresh, definition, parameters }) => ({
      name: refresh,
      definition: asObject(definition),
      parameters: asObject(parameters),
    })),
    connector,
  });
}

const again = "Deploy the stack with this version of the program, and export it again.";

function describeUnreadable(name: string, parts: JsonObject): readonly string[] {
  const { encrypted, unknown } = findUnreadable(parts);
  return [
    ...(encrypted.length === 0 ? [] : [`${name}: secret in the state: ${list(encrypted)}. ${again}`]),
    ...(unknown.length === 0
      ? []
      : [`${name}: not known before deployment: ${list(unknown)}. Deploy the stack first: npx pulumi up.`]),
  ];
}

/** The first paths of a list that may have hundreds. */
function list([first = "", ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

function describeCallers({ allowedCallers }: DeployedConnector): readonly string[] {
  return allowedCallers.length === 0
    ? []
    : [
        `The relay accepts calls from ${allowedCallers.join(", ")} only. ` +
          "Add the addresses of its new callers to allowedCallerIpRanges.",
      ];
}
