import type { EngineEvent } from "@pulumi/pulumi/automation";

/** A step of the engine on one resource. */
export interface EngineStep {
  /** Operation in the engine's words, such as `create-replacement` or `same`. */
  readonly op: string;
  /** Type and logical name: `azure-native:keyvault:Vault secrets`. */
  readonly resource: string;
  /** Paths of the properties that differ. */
  readonly diff: readonly string[];
  /** Properties that make an update a replacement. */
  readonly replaceReasons: readonly string[];
}

/** What the engine did, or in a preview would do. */
export interface EngineResult {
  /** The steps, in the order in which they began. */
  readonly steps: readonly EngineStep[];
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
  const steps = engineSteps(events);
  const own = steps.filter(({ resource }) => resource.startsWith("azure-native:"));
  return {
    steps,
    changes: changesOf(own),
    componentChanges: changesOf(steps.filter(({ resource }) => resource.startsWith("logicapp-keyvault-secrets:"))),
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

/** Reads one step per resource and operation. A refresh announces each as "refresh", and then says what it found. */
function engineSteps(events: readonly EngineEvent[]): readonly EngineStep[] {
  const steps = new Map<string, EngineStep>();
  for (const { resourcePreEvent, resOutputsEvent } of events) {
    const metadata = (resOutputsEvent ?? resourcePreEvent)?.metadata;
    if (metadata === undefined || (metadata.op as string) === "refresh") continue;
    const { op, urn, detailedDiff, keys } = metadata;
    steps.set(`${urn} ${op}`, {
      op,
      resource: resourceOf(urn),
      diff: Object.keys(detailedDiff ?? {}),
      replaceReasons: keys ?? [],
    });
  }
  return [...steps.values()];
}

function changesOf(steps: readonly { readonly op: string; readonly resource: string }[]): readonly string[] {
  return [...new Set(steps.filter(({ op }) => !stays.has(op)).map(({ op, resource }) => `${op} ${resource}`))].sort();
}

/** `azure-native:keyvault:Vault secrets` of a URN, without the types of its parents. */
export function resourceOf(urn: string): string {
  const [, , types = "", name = ""] = urn.split("::");
  return `${types.split("$").at(-1) ?? ""} ${name}`;
}
