import { AsyncLocalStorage } from "node:async_hooks";
import * as pulumi from "@pulumi/pulumi";
import { asObject, type JsonObject } from "../../definition/json";

/** A resource as the program registered it, and what became of it. */
export interface Registration {
  readonly parent: string;
  readonly dependencies: readonly string[];
  /** URNs that each property is made from. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly ignoreChanges: readonly string[];
  /** The line of the program that creates it; absent if unknown. */
  readonly sourcePosition?: { /** A `file:` URL. */ readonly url: string; readonly line: number };
  readonly additionalSecretOutputs: readonly string[];
  /** As they stand on Pulumi's wire: a secret is marked where it is, not at the top of its property. */
  readonly inputs: JsonObject;
  /** Set by the driver. */
  deployed?: {
    readonly type: string;
    readonly name: string;
    readonly custom: boolean;
    readonly id: string;
    readonly inputs: JsonObject;
    readonly outputs: JsonObject;
    readonly dropped: readonly string[];
  };
}

interface Struct {
  toJavaScript(): unknown;
}

type Callback = (error: unknown, response: { getUrn(): string } | null) => void;

/** The observed part of the mock monitor's protocol. Mocks receive neither parent nor dependencies nor marked leaves. */
interface MonitorProtocol {
  registerResource(request: RegisterResourceRequest, callback: Callback): unknown;
  readResource(request: ReadResourceRequest, callback: Callback): unknown;
  registerResourceOutputs(request: { getUrn(): string; getOutputs(): Struct }, callback: unknown): unknown;
}

interface ResourceRequest {
  getParent(): string;
  getDependenciesList(): string[];
  getAdditionalsecretoutputsList(): string[];
  getSourceposition(): { getUri(): string; getLine(): number } | undefined;
}

interface RegisterResourceRequest extends ResourceRequest {
  getObject(): Struct;
  getIgnorechangesList(): string[];
  getPropertydependenciesMap(): {
    forEach(callback: (made: { getUrnsList(): string[] }, property: string) => void): void;
  };
}

interface ReadResourceRequest extends ResourceRequest {
  getProperties(): Struct;
}

/** The registration that is being answered. One for the process: each that was used slows all promises after it. */
const answered = new AsyncLocalStorage<Registration>();

/** Listens to the registrations that reach the mock monitor. */
export class Registrations {
  /** Registrations by URN, in the order in which they end. */
  readonly all = new Map<string, Registration>();
  /** Registered outputs of components by URN. */
  readonly componentOutputs = new Map<string, JsonObject>();

  constructor(readonly onEnd: (urn: string, registration: Registration) => void) {}

  /** The registration that is being answered. */
  get current(): Registration {
    const registration = answered.getStore();
    if (registration === undefined) throw new Error("No resource is being registered.");
    return registration;
  }

  /** Starts to listen to the monitor that `setMocks` has set. */
  listen(): void {
    const monitor = pulumi.runtime.getMonitor() as unknown as MonitorProtocol;
    const registerResource = monitor.registerResource.bind(monitor);
    const readResource = monitor.readResource.bind(monitor);
    const registerResourceOutputs = monitor.registerResourceOutputs.bind(monitor);
    monitor.registerResource = (request, callback) => {
      const propertyDependencies: Record<string, readonly string[]> = {};
      request.getPropertydependenciesMap().forEach((made, property) => {
        propertyDependencies[property] = made.getUrnsList();
      });
      const registration = {
        ...readRegistration(request, request.getObject()),
        propertyDependencies,
        ignoreChanges: request.getIgnorechangesList(),
      };
      return answered.run(registration, () => registerResource(request, this.#ending(registration, callback)));
    };
    monitor.readResource = (request, callback) => {
      const registration = readRegistration(request, request.getProperties());
      return answered.run(registration, () => readResource(request, this.#ending(registration, callback)));
    };
    monitor.registerResourceOutputs = (request, callback) => {
      this.componentOutputs.set(request.getUrn(), asObject(request.getOutputs().toJavaScript()));
      return registerResourceOutputs(request, callback);
    };
  }

  #ending(registration: Registration, callback: Callback): Callback {
    return (error, response) => {
      const urn = response?.getUrn() ?? "";
      if (urn !== "") {
        this.all.set(urn, registration);
        this.onEnd(urn, registration);
      }
      callback(error, response);
    };
  }
}

function readRegistration(request: ResourceRequest, inputs: Struct): Registration {
  const position = request.getSourceposition();
  return {
    parent: request.getParent(),
    dependencies: request.getDependenciesList(),
    propertyDependencies: {},
    ignoreChanges: [],
    ...(position === undefined ? {} : { sourcePosition: { url: position.getUri(), line: position.getLine() } }),
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
    inputs: asObject(inputs.toJavaScript()),
  };
}
