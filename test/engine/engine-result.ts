import type { EngineEvent } from "@pulumi/pulumi/automation";

/** What the engine did, or in a preview would do. */
export interface EngineResult {
  /** A line for each resource that does not stay as it is, sorted: `create azure-native:keyvault:Vault secrets`. */
  readonly changes: readonly string[];
  /** The same for components of this project: `create logicapp-keyvault-secrets:access:Vault secrets`. */
  readonly componentChanges: readonly string[];
  /** How many resources of azure-native stay as they are. */
  readonly unchanged: number;
  /** Errors, as the engine prints them. */
  readonly errors: readonly string[];
  /** What a policy pack found, as the engine tells it. */
  readonly policyFindings: readonly PolicyFinding[];
  /** Whether the engine's exit code was 0. */
  readonly succeeded: boolean;
  /** What the CLI printed. */
  readonly output: string;
}

/** A finding of a policy pack on a resource, or on the stack where it has none. */
export interface PolicyFinding {
  readonly rule: string;
  readonly level: string;
  readonly resource: string | undefined;
  readonly message: string;
}

const stays: ReadonlySet<string> = new Set(["same", "read"]);

/** Reads the engine's events. */
export function engineResult(
  events: readonly EngineEvent[],
  ending: Pick<EngineResult, "succeeded" | "output">,
): EngineResult {
  const steps = new Map<string, string>();
  for (const { resourcePreEvent, resOutputsEvent } of events) {
    const metadata = (resOutputsEvent ?? resourcePreEvent)?.metadata;
    // A refresh announces each resource as "refresh", and says afterwards what it found.
    if (metadata !== undefined && metadata.op !== "refresh") steps.set(`${metadata.urn} ${metadata.op}`, metadata.op);
  }
  const named = [...steps].map(([key, op]) => ({ op, resource: resourceOf(key.split(" ")[0] ?? "") }));
  const own = named.filter(({ resource }) => resource.startsWith("azure-native:"));
  return {
    changes: changesOf(own),
    componentChanges: changesOf(named.filter(({ resource }) => resource.startsWith("logicapp-keyvault-secrets:"))),
    unchanged: own.filter(({ op }) => stays.has(op)).length,
    errors: events.flatMap(({ diagnosticEvent }) =>
      diagnosticEvent?.severity === "error" ? [diagnosticEvent.message] : [],
    ),
    policyFindings: events.flatMap(({ policyEvent }) =>
      policyEvent === undefined
        ? []
        : [
            {
              rule: policyEvent.policyName,
              level: policyEvent.enforcementLevel,
              resource: policyEvent.resourceUrn === undefined ? undefined : resourceOf(policyEvent.resourceUrn),
              message: policyEvent.message,
            },
          ],
    ),
    ...ending,
  };
}

function changesOf(steps: readonly { readonly op: string; readonly resource: string }[]): readonly string[] {
  return [...new Set(steps.filter(({ op }) => !stays.has(op)).map(({ op, resource }) => `${op} ${resource}`))].sort();
}

/** `azure-native:keyvault:Vault secrets` of a URN, without the types of its parents. */
function resourceOf(urn: string): string {
  const [, , types = "", name = ""] = urn.split("::");
  return `${types.split("$").at(-1) ?? ""} ${name}`;
}
