import { readRunsAction } from "../../azure";
import { fillGaps, gap, parameterName } from "./fold-template";
import type { IdentityRequest } from "./identity-request";
import { decoded } from "./read-secret-call";
import type { ResourceManagerCall, TriggerRunRequirement, WorkflowName } from "./requirements";

/** Begins an address of Azure Resource Manager, behind which an id may come by an expression. */
export const managementHost = /^https:\/\/management\.(?:azure\.com|chinacloudapi\.cn|usgovcloudapi\.net)(?=[/{]|$)/i;
/** Audiences of its tokens; an absent one means the same to Logic Apps. */
const managementAudience = /^(?:https:\/\/management\.(?:core\.)?[^/]+\/?)?$/i;

/**
 * Derives which trigger a request to Azure Resource Manager runs, or what else it needs.
 *
 * https://learn.microsoft.com/rest/api/logic/workflow-triggers/run
 *
 * @returns undefined for a request to anything else
 */
export function readResourceManagerCall(
  request: IdentityRequest,
): { readonly run: TriggerRunRequirement } | { readonly other: ResourceManagerCall } | undefined {
  const address = fillGaps(request.pieces);
  const isOpen = address.startsWith(gap) && managementAudience.test(request.audience);
  if (!managementHost.test(address) && !isOpen) return undefined;
  const [path = ""] = address.replace(managementHost, "").split(/[?#]/);
  const by = { action: request.action, ...("identity" in request ? { identity: request.identity } : {}) };
  const [, id, trigger = ""] = /^(.*)\/triggers\/([^/]+)\/run\/?$/i.exec(path) ?? [];
  const isWorkflow = id !== undefined && (/\/providers\/Microsoft\.Logic\/workflows\/[^/]+$/i.test(id) || isGap(id));
  const method = request.method.toUpperCase();
  if (!isWorkflow || method !== "POST") {
    return { other: { ...by, ...(readRunsOfParameter(method, path, request) ?? readPermission(method, path)) } };
  }
  return {
    run: {
      ...by,
      workflow: workflowName(id, request),
      ...(trigger.includes(gap) ? {} : { trigger: decoded(trigger) }),
    },
  };
}

function isGap(id: string): boolean {
  return id === gap || id === `/${gap}`;
}

function workflowName(id: string, { pieces }: IdentityRequest): WorkflowName {
  if (!id.includes(gap)) return { id };
  const expression = isGap(id) ? pieces.find((piece) => typeof piece !== "string") : undefined;
  const parameter = expression === undefined ? undefined : parameterName(expression);
  return parameter === undefined ? "unknown" : { parameter };
}

/** A parameter that holds an ID in front of `/runs` is taken for a workflow's, as one in front of a trigger is. */
function readRunsOfParameter(
  method: string,
  path: string,
  request: IdentityRequest,
): Pick<ResourceManagerCall, "permission" | "workflow"> | undefined {
  const [, id = ""] = /^(.*)\/runs\/?$/i.exec(path) ?? [];
  if (method !== "GET" || !isGap(id)) return undefined;
  const workflow = workflowName(id, request);
  if (workflow === "unknown" || "id" in workflow) return undefined;
  return { permission: readRunsAction, workflow };
}

const verbs: Readonly<Record<string, string>> = { GET: "read", PUT: "write", PATCH: "write", DELETE: "delete" };

/** The action that a call needs, named after the resource's type as every action of Azure Resource Manager is. */
function readPermission(method: string, path: string): Pick<ResourceManagerCall, "permission" | "id"> {
  const [, scope = "", provider = "", rest = ""] = /^(.*\/providers\/)([^/]+)\/([^]*?)\/?$/i.exec(path) ?? [];
  const segments = rest.split("/");
  const types = segments.filter((_, index) => index % 2 === 0);
  const isAction = method === "POST" && segments.length % 2 === 1;
  const verb = isAction ? "action" : verbs[method];
  const resource = isAction ? segments.slice(0, -1) : segments;
  const id = `${scope}${[provider, ...resource].join("/")}`;
  // What an expression gives may hold slashes, so that the segments behind one may be others.
  if (provider === "" || verb === undefined || path.includes(gap)) return {};
  return { permission: [provider, ...types, verb].join("/"), id };
}
