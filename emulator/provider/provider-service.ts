import { status, type handleUnaryCall, type ServiceError, type UntypedServiceImplementation } from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { exercise } from "../provenance";
import { azureNativeBehaviours as behaviours } from "../resources/azure-native-behaviours";
import { AzureNativeOperations, type Connection, type Named } from "./azure-native-operations";
import { diffResponse } from "./diff-response";
import { readProperties, writeProperties } from "./wire";

/** The version of azure-native whose behaviour the table has. */
const version = "3.28.0";

/** Configuration of azure-native that the emulator reads. */
interface ProviderConfiguration {
  readonly location?: string | undefined;
  readonly environment?: string | undefined;
}

/** Answers Pulumi's engine as the provider azure-native, towards the Azure emulator. */
export function providerService(
  connect: (configuration: ProviderConfiguration) => Connection,
): UntypedServiceImplementation {
  let operations = new AzureNativeOperations(connect({}));
  return {
    handshake: answering(() =>
      new messages.ProviderHandshakeResponse()
        .setAcceptSecrets(true)
        .setAcceptResources(false)
        .setAcceptOutputs(false)
        .setSupportsAutonamingConfiguration(false),
    ),
    attach: answering(() => new Empty()),
    getPluginInfo: answering(() => new PluginInfo().setVersion(version)),
    checkConfig: answering((request: messages.CheckRequest) =>
      new messages.CheckResponse().setInputs(request.getNews()),
    ),
    diffConfig: answering(() => new messages.DiffResponse().setChanges(messages.DiffResponse.DiffChanges.DIFF_NONE)),
    configure: answering((request: messages.ConfigureRequest) => {
      const variables = request.getVariablesMap();
      const [location, environment] = ["location", "environment"].map((key) =>
        variables.get(`azure-native:config:${key}`),
      );
      operations = new AzureNativeOperations(connect({ location, environment }));
      return new messages.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
    }),
    check: answering(async (request: messages.CheckRequest) => {
      const [olds, news] = [readProperties(request.getOlds()), readProperties(request.getNews())];
      const { inputs, problems } = await operations.check(named(request), olds, news);
      const failures = problems.map(({ property, reason }) =>
        new messages.CheckFailure().setProperty(property).setReason(reason),
      );
      return new messages.CheckResponse().setInputs(writeProperties(inputs)).setFailuresList(failures);
    }),
    diff: answering((request: messages.DiffRequest) => {
      const [before, after] = [readProperties(request.getOldInputs()), readProperties(request.getNews())];
      const outputs = readProperties(request.getOlds());
      const { changes, deleteBeforeReplace } = operations.changes(named(request), before, after, outputs);
      return diffResponse(changes, deleteBeforeReplace);
    }),
    create: answering(async (request: messages.CreateRequest) => {
      const inputs = readProperties(request.getProperties());
      if (request.getPreview()) {
        const outputs = operations.previewCreate(named(request), inputs);
        return new messages.CreateResponse().setProperties(writeProperties(outputs));
      }
      const { id, outputs } = await operations.create(named(request), inputs);
      return new messages.CreateResponse().setId(id).setProperties(writeProperties(outputs));
    }),
    update: answering(async (request: messages.UpdateRequest) => {
      const after = readProperties(request.getNews());
      const outputs = request.getPreview()
        ? operations.previewUpdate(named(request), after, readProperties(request.getOlds()))
        : await operations.update(named(request), request.getId(), after);
      return new messages.UpdateResponse().setProperties(writeProperties(outputs));
    }),
    read: answering(async (request: messages.ReadRequest) => {
      const [inputs, outputs] = [readProperties(request.getInputs()), readProperties(request.getProperties())];
      const found = await operations.read(named(request), request.getId(), inputs, outputs);
      if (found === undefined) return new messages.ReadResponse();
      return new messages.ReadResponse()
        .setId(request.getId())
        .setInputs(writeProperties(found.inputs))
        .setProperties(writeProperties(found.outputs));
    }),
    delete: answering(async (request: messages.DeleteRequest) => {
      await operations.delete(named(request), request.getId(), readProperties(request.getOldInputs()));
      return new Empty();
    }),
    invoke: answering(async (request: messages.InvokeRequest) => {
      const result = await operations.invoke(request.getTok(), readProperties(request.getArgs()));
      return new messages.InvokeResponse().setReturn(writeProperties(result));
    }),
    cancel: answering(() => new Empty()),
    getSchema: refusing("the schema of azure-native is in its plugin, not here"),
    call: refusing("azure-native has no methods"),
    construct: refusing("azure-native has no component resources"),
    parameterize: refusing("azure-native is not parameterized here; API versions are in the type token"),
    getMapping: refusing("azure-native maps no other provider"),
    getMappings: refusing("azure-native maps no other provider"),
  };
}

function named(request: { getType(): string; getName(): string }): Named {
  return { type: request.getType(), name: request.getName() };
}

function answering<Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return ({ request }, callback) => {
    Promise.resolve(request)
      .then(answer)
      .then(
        (response) => {
          callback(null, response);
        },
        (error: unknown) => {
          callback(serviceError(status.UNKNOWN, error instanceof Error ? error.message : String(error)));
        },
      );
  };
}

function refusing(reason: string): handleUnaryCall<unknown, unknown> {
  return (call, callback) => {
    exercise(behaviours.otherOperations);
    callback(serviceError(status.UNIMPLEMENTED, `${call.getPath()} is not served: ${reason}.`));
  };
}

function serviceError(code: status, details: string): Partial<ServiceError> {
  return { code, details };
}
