import { asObject, type JsonObject } from "../../definition/json";

/** A resource as the program registered it. */
export interface Registration {
  readonly type: string;
  readonly name: string;
  /** True for resources of a provider, false for components. */
  readonly custom: boolean;
  /** ID of a resource that is read or imported; empty otherwise. */
  readonly id: string;
  /** URN; empty at the top. */
  readonly parent: string;
  /** URNs. */
  readonly dependencies: readonly string[];
  /** URNs that each property is made from. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly ignoreChanges: readonly string[];
  /** The line of the program that creates it; absent if unknown. */
  readonly sourcePosition?: { /** A `file:` URL. */ readonly url: string; readonly line: number };
  readonly additionalSecretOutputs: readonly string[];
  /** As they stand on Pulumi's wire: a secret is marked where it is, not at the top of its property. */
  readonly inputs: JsonObject;
}

interface Struct {
  toJavaScript(): unknown;
}

interface ResourceRequest {
  getType(): string;
  getName(): string;
  getParent(): string;
  getDependenciesList(): string[];
  getAdditionalsecretoutputsList(): string[];
  getSourceposition(): { getUri(): string; getLine(): number } | undefined;
}

/** A request of Pulumi's protocol to create or import a resource. */
export interface RegisterResourceRequest extends ResourceRequest {
  getCustom(): boolean;
  getImportid(): string;
  getObject(): Struct;
  getIgnorechangesList(): string[];
  getPropertydependenciesMap(): {
    forEach(callback: (made: { getUrnsList(): string[] }, property: string) => void): void;
  };
}

/** A request of Pulumi's protocol to read a resource. */
export interface ReadResourceRequest extends ResourceRequest {
  getId(): string;
  getProperties(): Struct;
}

/** Reads the registration of a resource to create or to import. */
export function readRegisterRequest(request: RegisterResourceRequest): Registration {
  const propertyDependencies: Record<string, readonly string[]> = {};
  request.getPropertydependenciesMap().forEach((made, property) => {
    propertyDependencies[property] = made.getUrnsList();
  });
  return {
    ...readRequest(request, request.getObject()),
    custom: request.getCustom(),
    id: request.getImportid(),
    propertyDependencies,
    ignoreChanges: request.getIgnorechangesList(),
  };
}

/** Reads the registration of a resource to read. */
export function readReadRequest(request: ReadResourceRequest): Registration {
  return { ...readRequest(request, request.getProperties()), custom: true, id: request.getId() };
}

function readRequest(request: ResourceRequest, inputs: Struct): Omit<Registration, "custom" | "id"> {
  const position = request.getSourceposition();
  return {
    type: request.getType(),
    name: request.getName(),
    parent: request.getParent(),
    dependencies: request.getDependenciesList(),
    propertyDependencies: {},
    ignoreChanges: [],
    ...(position === undefined ? {} : { sourcePosition: { url: position.getUri(), line: position.getLine() } }),
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
    inputs: asObject(inputs.toJavaScript()),
  };
}
