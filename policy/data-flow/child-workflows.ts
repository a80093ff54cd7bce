import { asObject } from "../../definition";
import type { TaintFlow } from "./propagate-taint";
import type { Taint } from "./taint";
import { parts } from "./taint";

/** Taint that a workflow passes to another one. */
export interface HandedTaint {
  /** Name of the other workflow, in lower case. */
  readonly workflowName: string;
  /** Taint of the outputs of the other workflow's trigger. */
  readonly taint: Taint;
}

/** Finds the secrets that the actions of type Workflow hand to the workflows that they call. */
export function handedTaint(flow: TaintFlow): readonly HandedTaint[] {
  return flow.nodes.flatMap((node) => {
    if (node.kind !== "workflow") return [];
    const { host, body, headers } = asObject(node.json.inputs);
    const { id } = asObject(asObject(host).workflow);
    if (typeof id !== "string") return [];
    const of = (value: unknown): Taint =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? parts(Object.entries(value).map(([name, item]) => [name, flow.valueTaint(node, item)]))
        : flow.valueTaint(node, value);
    const taint = parts([
      ["body", of(body)],
      ["headers", of(headers)],
    ]);
    return taint.kind === "untainted" ? [] : [{ workflowName: id.split("/").at(-1)?.toLowerCase() ?? "", taint }];
  });
}
