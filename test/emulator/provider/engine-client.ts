import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { createAzure, type Azure } from "../../../emulator";
import { ControlledClock } from "../../../emulator/clock";
import { startProvider } from "../../../emulator/provider";

type Callback<Response> = (error: ServiceError | null, response: Response) => void;

/** Sends what Pulumi's engine would send to the provider of an emulator. */
export interface EngineClient {
  readonly azure: Azure;
  readonly client: ResourceProviderClient;
  close(): Promise<void>;
}

/** Starts an emulator and its provider, and configures it. @param location in the provider's configuration */
export async function engineClient(
  { location }: { location?: string } = { location: "northeurope" },
): Promise<EngineClient> {
  const azure = await createAzure({ clock: new ControlledClock(new Date("2026-11-02T08:17:00Z")) });
  const provider = await startProvider(azure);
  const client = new ResourceProviderClient(`127.0.0.1:${provider.port}`, credentials.createInsecure());
  const configuration = new messages.ConfigureRequest();
  if (location !== undefined) configuration.getVariablesMap().set("azure-native:config:location", location);
  await answer<messages.ConfigureResponse>((callback) => client.configure(configuration, callback));
  return {
    azure,
    client,
    close: async () => {
      client.close();
      provider.close();
      await azure.close();
    },
  };
}

/** The answer to a call. @throws what the provider answered instead */
export function answer<Response>(call: (callback: Callback<Response>) => unknown): Promise<Response> {
  return new Promise((resolve, reject) => {
    call((error, response) => {
      if (error === null) resolve(response);
      else reject(error);
    });
  });
}
