import * as pulumi from "@pulumi/pulumi";
import type { Azure } from "../../emulator";
import { mapSecrets } from "../../emulator/azure-native";
import { asObject, type JsonObject } from "../../definition/json";
import { lookUp, registerResource, type ProviderOptions } from "./azure-native-provider";
import { DeploymentError } from "./deployment-error";
import { deployedResources, exportedState, type DeployedResource } from "./exported-state";
import { Operations } from "./operations";
import { captureRuntime } from "./process-capture";
import { ResourceMonitor } from "./resource-monitor";
import { sendOverNetwork } from "../../emulator/azure-native/send-over-network";

export { DeploymentError } from "./deployment-error";
export type { DeployedResource } from "./exported-state";
export { captureRuntime } from "./process-capture";

/** A Pulumi program, and where to deploy it. */
export interface DeployOptions {
  readonly azure: Azure;
  /** Runs the program; its result is the stack's outputs. `() => import("../index")` works once per process. */
  readonly program: () => Promise<Readonly<Record<string, unknown>> | undefined>;
  readonly project: string;
  readonly stack: string;
  /** Configuration values by full key, `project:key`. */
  readonly configuration: Readonly<Record<string, string>>;
  /** Keys of `configuration` that are secret. @default none */
  readonly secretKeys?: readonly string[];
  /** Called for each resource once it is registered. */
  readonly onResource?: (resource: { readonly type: string; readonly name: string; readonly urn: string }) => void;
  /** Creates nothing; what Azure alone knows is unknown. @default false */
  readonly preview?: boolean;
}

/** Result of a deployment. */
export interface Deployment {
  readonly resources: readonly DeployedResource[];
  /** The program's outputs; a secret one, at any depth, is `{ secret: true, value }`. */
  readonly outputs: JsonObject;
  /** The stack as `pulumi stack export` would show it, `[secret]` for what is encrypted there. */
  readonly state: unknown;
  /** Properties that azure-native does not send, by the resource's URN and their path. */
  readonly dropped: readonly { readonly resource: string; readonly property: string }[];
  /** Log of the program and of Pulumi's runtime. */
  readonly log: readonly string[];
}

/** Pulumi's runtime holds one stack per process: deployments wait for each other. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Deploys a Pulumi program to the emulator, by the same requests to Azure Resource Manager that azure-native sends.
 *
 * @throws {DeploymentError} with everything that failed
 */
export function deploy(options: DeployOptions): Promise<Deployment> {
  const deployment = last.then(() => deployAlone(options));
  last = deployment.catch(() => undefined);
  return deployment;
}

async function deployAlone(options: DeployOptions): Promise<Deployment> {
  const { azure, project, stack, configuration, secretKeys = [], preview = false } = options;
  const log: string[] = [];
  const operations = new Operations();
  const send = await sendOverNetwork(azure, configuration["azure-native:environment"]);
  const location = configuration["azure-native:location"];
  const provider: ProviderOptions = {
    send,
    context: {
      subscriptionId: azure.arm.subscriptionId,
      tenantId: azure.entra.tenantId,
      ...azure.deployer,
      ...(location === undefined ? {} : { location }),
    },
    preview,
  };
  const monitor = new ResourceMonitor(
    { project, stack },
    (registration) => {
      const { type, name } = registration;
      return operations.run({ type, name }, () => registerResource(provider, registration));
    },
    (urn, { type, name }) => options.onResource?.({ type, name, urn }),
  );
  const release = captureRuntime({
    log: (line) => void log.push(line),
    failure: (error) => {
      operations.fail({ error });
    },
  });
  try {
    pulumi.runtime.setAllConfig({ ...configuration }, [...secretKeys]);
    const call: pulumi.runtime.Mocks["call"] = ({ token, inputs }) =>
      operations.lookUp(() => lookUp(provider, token, inputs));
    await pulumi.runtime.setMocks({ call, newResource }, project, stack, preview);
    monitor.listen();
    const outputs = await Promise.race([runProgram(options.program, operations), operations.failed]);
    if (operations.failures.length > 0) throw new DeploymentError(operations.failures);
    return describeDeployment(options, monitor, asObject(outputs), log);
  } finally {
    // A failed program leaves promises open; the runtime would complain of them when the process ends.
    pulumi.runtime.resetOptions(project, stack, -1, "", "", preview, "");
    release();
  }
}

/** Required of mocks, and never called: the resource monitor answers registrations itself. */
function newResource(): never {
  throw new Error("A resource reached Pulumi's mocks.");
}

/** The program's outputs on Pulumi's wire, once every resource is there. Never settles where the program fails. */
async function runProgram(program: DeployOptions["program"], operations: Operations): Promise<JsonObject> {
  try {
    const exported = Object.entries((await program()) ?? {}).filter(([name]) => !moduleNames.has(name));
    const outputs = await pulumi.runtime.serializeProperties("outputs", Object.fromEntries(exported));
    await pulumi.runtime.disconnect();
    // An exception in a callback of the program arrives a turn later, as an unhandled rejection.
    await new Promise((resolve) => setImmediate(resolve));
    return outputs;
  } catch (error) {
    operations.fail({ error });
    await operations.failed;
    return {};
  }
}

/** Names that a module loader adds to a module's exports. */
const moduleNames: ReadonlySet<string> = new Set(["default", "module.exports", "__esModule"]);

function describeDeployment(
  { project, stack }: DeployOptions,
  monitor: ResourceMonitor,
  outputs: JsonObject,
  log: readonly string[],
): Deployment {
  const resources = deployedResources(monitor);
  const stackUrn = `urn:pulumi:${stack}::${project}::pulumi:pulumi:Stack::${project}-${stack}`;
  return {
    resources,
    outputs: asObject(mapSecrets(outputs, (value) => ({ secret: true, value }))),
    get state() {
      return exportedState(stackUrn, resources, outputs);
    },
    dropped: [...monitor.registered].flatMap(([resource, { result }]) =>
      result.dropped.map((property) => ({ resource, property })),
    ),
    log: [...log],
  };
}
