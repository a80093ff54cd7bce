import {
  Server,
  ServerCredentials,
  status,
  type handleUnaryCall,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import * as engine from "@pulumi/pulumi/proto/engine_pb";
import { InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as monitor from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { invokeResults, resourceAnswer } from "./azure-answers";

/** A resource as the program registered it. */
export interface RegisteredResource {
  readonly type: string;
  readonly name: string;
  /** With Pulumi's markers of secrets, unknowns and outputs. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

const severities = ["debug", "info", "warning", "error"] as const;

/** A message that the program logged. */
export interface LoggedMessage {
  readonly severity: (typeof severities)[number];
  readonly text: string;
}

/** Pulumi's resource monitor and engine, as far as a program talks to them. */
export interface EngineServices {
  /** Host and port. */
  readonly address: string;
  readonly resources: readonly RegisteredResource[];
  readonly messages: readonly LoggedMessage[];
  close(): void;
}

/** Responses of Pulumi 3.250.0's engine to SupportsFeature. */
const features = new Set([
  ...[
    "secrets",
    "resourceReferences",
    "outputValues",
    "aliasSpecs",
    "replacementTrigger",
    "deletedWith",
    "replaceWith",
  ],
  ...["transforms", "invokeTransforms", "parameterization", "resourceHooks", "errorHooks", "sendsOptionsToHooks"],
]);

/**
 * Serves a resource monitor and an engine on one loopback port.
 *
 * @param options.dryRun previews: ids, and what only Azure computes, are unknown
 * @param options.failingInvoke token of an invoke that fails, as for an identity without the permission
 */
export async function serveEngine(options: {
  readonly dryRun: boolean;
  readonly failingInvoke?: string | undefined;
}): Promise<EngineServices> {
  const resources: RegisteredResource[] = [];
  const messages: LoggedMessage[] = [];
  let rootResource = "";
  const monitorService: UntypedServiceImplementation = {
    supportsFeature: unary((request: monitor.SupportsFeatureRequest) =>
      new monitor.SupportsFeatureResponse().setHassupport(features.has(request.getId())),
    ),
    registerPackage: unary((request: monitor.RegisterPackageRequest) =>
      new monitor.RegisterPackageResponse().setRef(`${request.getName()}-${request.getVersion()}`),
    ),
    registerResource: unary((request: monitor.RegisterResourceRequest) => {
      const [type, name] = [request.getType(), request.getName()];
      const inputs = request.getObject()?.toJavaScript() ?? {};
      resources.push({ type, name, inputs });
      const answer = request.getCustom() ? resourceAnswer(type, name, inputs, options.dryRun) : { id: "", outputs: {} };
      return new monitor.RegisterResourceResponse()
        .setUrn(`urn:pulumi:test::project::${type}::${name}`)
        .setId(answer.id)
        .setObject(struct(answer.outputs))
        .setResult(monitor.Result.SUCCESS);
    }),
    registerResourceOutputs: unary(() => new Empty()),
    invoke: unary((request: monitor.ResourceInvokeRequest) => {
      const token = request.getTok();
      const result = invokeResults[token];
      if (token === options.failingInvoke || result === undefined) throw new Error(`invoke of ${token}: 403 Forbidden`);
      return new InvokeResponse().setReturn(struct(result));
    }),
    signalAndWaitForShutdown: unary(() => new Empty()),
  };
  const engineService: UntypedServiceImplementation = {
    log: unary((request: engine.LogRequest) => {
      messages.push({ severity: severities[request.getSeverity()], text: request.getMessage() });
      return new Empty();
    }),
    getRootResource: unary(() => new engine.GetRootResourceResponse().setUrn(rootResource)),
    setRootResource: unary((request: engine.SetRootResourceRequest) => {
      rootResource = request.getUrn();
      return new engine.SetRootResourceResponse();
    }),
  };
  const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(ResourceMonitorService, withoutTheRest(ResourceMonitorService, monitorService));
  server.addService(EngineService, withoutTheRest(EngineService, engineService));
  const port = await bind(server);
  return {
    address: `127.0.0.1:${port}`,
    resources,
    messages,
    close: () => {
      server.forceShutdown();
    },
  };
}

function bind(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(port);
      else reject(error);
    });
  });
}

/** Methods that no program of this project calls are refused by name. */
function withoutTheRest(service: object, implementation: UntypedServiceImplementation): UntypedServiceImplementation {
  const refuse: handleUnaryCall<unknown, unknown> = (call, callback) => {
    callback({ code: status.UNIMPLEMENTED, details: `${call.getPath()} is not served.` });
  };
  return { ...Object.fromEntries(Object.keys(service).map((method) => [method, refuse])), ...implementation };
}

function unary<Request, Response>(answer: (request: Request) => Response): handleUnaryCall<Request, Response> {
  return ({ request }, callback) => {
    try {
      callback(null, answer(request));
    } catch (error) {
      callback({ code: status.UNKNOWN, details: error instanceof Error ? error.message : String(error) });
    }
  };
}

function struct(value: object): Struct {
  return Struct.fromJavaScript(value as Record<string, JavaScriptValue>);
}
