import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { Azure } from "..";
import type { SendToArm } from "../azure-native";
import { sendOverNetwork } from "../azure-native/send-over-network";
import { providerService } from "./provider-service";

/** A provider that Pulumi's engine can be attached to. */
export interface Provider {
  /** Of the loopback. */
  readonly port: number;
  /** For the engine's environment: attaches it, so that it looks for no plugin. */
  readonly environment: Readonly<Record<"PULUMI_DEBUG_PROVIDERS", string>>;
  close(): void;
}

/**
 * Serves the provider azure-native for Pulumi's engine, towards the Azure emulator.
 *
 * It sends the requests to Azure Resource Manager that `npm start` sends, from the same table.
 *
 * @param sendIn sends them to an environment of azure-native. @default over verified TLS, as the deployer
 */
export async function startProvider(
  azure: Azure,
  // A token of its own for each call: the stack may outlive one.
  sendIn = (environment?: string): SendToArm =>
    async (call) =>
      (await sendOverNetwork(azure, environment))(call),
): Promise<Provider> {
  const context = { subscriptionId: azure.arm.subscriptionId, tenantId: azure.entra.tenantId, ...azure.deployer };
  const server = new Server({ "grpc.max_receive_message_length": -1 });
  server.addService(
    ResourceProviderService,
    providerService(({ location, environment }) => ({
      send: sendIn(environment),
      context: { ...context, ...(location === undefined ? {} : { location }) },
    })),
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  return {
    port,
    environment: { PULUMI_DEBUG_PROVIDERS: `azure-native:${port}` },
    close: () => {
      server.forceShutdown();
    },
  };
}
