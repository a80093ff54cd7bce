import { randomBytes } from "node:crypto";
import type { Cloud } from "../../azure";
import { walkActions } from "../../definition";
import { asObject, asString, type JsonObject } from "../../definition/json";
import type { Readings } from "../provenance";
import { declaredSecureData } from "./action-types";
import { startRun, type StartedRun, type RunServices, type WorkflowAnswer } from "./run";
import { RunQueue } from "./run-queue";
import type { WorkflowResource } from "./workflow-resource";

/** Inputs of a run. */
interface Firing {
  readonly outputs?: unknown;
  readonly correlationId?: string | undefined;
  /** @default no caller waits for an answer */
  readonly respond?: (answer: WorkflowAnswer) => boolean;
}

/** A deployed workflow: its trigger, its runs so far, its access key. */
export class DeployedWorkflow {
  readonly runtimeId: string;
  /** Runs, oldest first. */
  readonly started: StartedRun[];
  readonly triggerName: string;
  readonly trigger: JsonObject;
  /** True where some action answers the caller. */
  readonly answers: boolean;
  accessKey: Buffer;
  /** True once the trigger has fired since the workflow was deployed. */
  fired = false;
  private readonly queue: RunQueue;

  constructor(
    readonly resource: WorkflowResource,
    readonly deployed: Date,
    private readonly services: RunServices,
    previous?: DeployedWorkflow,
  ) {
    const [[name, trigger] = ["", {}]] = Object.entries(asObject(asObject(resource.definition).triggers));
    this.triggerName = name;
    this.trigger = asObject(trigger);
    this.answers = walkActions(resource.definition).some(({ type }) => type === "Response");
    this.queue = new RunQueue(runsAtOnce(this.trigger));
    // An update keeps the callback URL and the history.
    this.runtimeId = previous?.runtimeId ?? randomBytes(16).toString("hex");
    this.accessKey = previous?.accessKey ?? newAccessKey();
    this.started = previous?.started ?? [];
  }

  get readings(): Readings {
    return this.services.readings;
  }

  get cloud(): Cloud {
    return this.services.cloud;
  }

  get location(): string {
    return this.resource.location;
  }

  get enabled(): boolean {
    return this.resource.state === "Enabled";
  }

  /** Fires the trigger; resolves with the run when it has ended. */
  async fire({ outputs, correlationId, respond = () => false }: Firing): Promise<StartedRun> {
    this.fired = true;
    return this.queue.run(async () => {
      const parts = declaredSecureData(this.trigger);
      const run = startRun({
        workflow: this.resource,
        trigger: {
          name: this.triggerName,
          ...(this.trigger.inputs === undefined ? {} : { inputs: this.trigger.inputs }),
          ...(outputs === undefined ? {} : { outputs }),
          secured: { inputs: parts.includes("inputs"), outputs: parts.includes("outputs") },
        },
        correlationId,
        services: this.services,
        respond,
      });
      this.started.push(run);
      await run.ended;
      return run;
    });
  }
}

/** A key that signs callback URLs. */
export function newAccessKey(): Buffer {
  return randomBytes(32);
}

/** SingleInstance would drop a firing while a run goes on; here it waits for its turn. */
function runsAtOnce({ runtimeConfiguration, operationOptions }: JsonObject): number | undefined {
  if (asString(operationOptions).includes("SingleInstance")) return 1;
  const { runs } = asObject(asObject(runtimeConfiguration).concurrency);
  return typeof runs === "number" ? runs : undefined;
}
