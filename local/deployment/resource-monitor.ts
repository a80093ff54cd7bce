import * as pulumi from "@pulumi/pulumi";
import { asObject, type JsonObject } from "../../definition/json";
import {
  readReadRequest,
  readRegisterRequest,
  type ReadResourceRequest,
  type Registration,
  type RegisterResourceRequest,
} from "./registration";

/** Result of a registration. */
export interface Registered {
  /** Empty for components, and at preview. */
  readonly id: string;
  readonly inputs: JsonObject;
  /** As they stand on Pulumi's wire. */
  readonly outputs: JsonObject;
  /** Paths of the inputs that azure-native does not send. */
  readonly dropped: readonly string[];
}

/** Creates, imports or reads a resource. */
export type Register = (registration: Registration) => Promise<Registered>;

type Callback = (error: unknown, response: object | null) => void;

/** The part of Pulumi's protocol between program and engine that registers resources. */
interface MonitorProtocol {
  registerResource(request: RegisterResourceRequest, callback: Callback): void;
  readResource(request: ReadResourceRequest, callback: Callback): void;
  registerResourceOutputs(
    request: { getUrn(): string; getOutputs(): { toJavaScript(): unknown } },
    callback: Callback,
  ): void;
}

/**
 * Answers a program's registrations in place of the monitor of Pulumi's mocks, which gives its mocks neither parents nor
 * dependencies nor the secrets within a property, and knows the innermost parent only.
 */
export class ResourceMonitor {
  /** Registrations with their results, by URN, in the order in which they ended. */
  readonly registered = new Map<string, Registration & { readonly result: Registered }>();
  /** Registered outputs of components by URN. */
  readonly componentOutputs = new Map<string, JsonObject>();

  /**
   * @param place project and stack, which URNs begin with
   * @param onRegistered called for each resource that came to be
   */
  constructor(
    readonly place: { readonly project: string; readonly stack: string },
    readonly register: Register,
    readonly onRegistered: (urn: string, registration: Registration) => void,
  ) {}

  /** Takes the place of the monitor that `setMocks` has set. */
  listen(): void {
    const monitor = pulumi.runtime.getMonitor() as unknown as MonitorProtocol;
    monitor.registerResource = (request, callback) => {
      void this.#answer(readRegisterRequest(request), callback, (urn, { id, outputs }) => ({
        getUrn: () => urn,
        getId: () => id,
        getObject: () => ({ toJavaScript: () => outputs }),
        getPropertydependenciesMap: () => undefined,
        getResult: () => succeeded,
      }));
    };
    monitor.readResource = (request, callback) => {
      void this.#answer(readReadRequest(request), callback, (urn, { outputs }) => ({
        getUrn: () => urn,
        getProperties: () => ({ toJavaScript: () => outputs }),
      }));
    };
    monitor.registerResourceOutputs = (request, callback) => {
      this.componentOutputs.set(request.getUrn(), asObject(request.getOutputs().toJavaScript()));
      callback(null, {});
    };
  }

  async #answer(
    registration: Registration,
    callback: Callback,
    respond: (urn: string, result: Registered) => object,
  ): Promise<void> {
    try {
      const result = await this.register(registration);
      const urn = urnOf(this.place, registration);
      this.registered.set(urn, { ...registration, result });
      this.onRegistered(urn, registration);
      callback(null, respond(urn, result));
    } catch (error) {
      callback(error, null);
    }
  }
}

/** https://github.com/pulumi/pulumi/blob/master/proto/pulumi/resource.proto, `Result` */
const succeeded = 0;

/** A resource's URN. https://www.pulumi.com/docs/iac/concepts/resources/names/#urns */
function urnOf(
  { project, stack }: ResourceMonitor["place"],
  { parent, type, name }: Pick<Registration, "parent" | "type" | "name">,
): string {
  const parentType = parent.split("::")[2] ?? "";
  const isStack = parentType === "pulumi:pulumi:Stack";
  return `urn:pulumi:${stack}::${project}::${parentType === "" || isStack ? "" : `${parentType}$`}${type}::${name}`;
}
