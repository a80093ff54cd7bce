import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultApiVersion } from "../../azure";
import type { ControlledClock } from "../../emulator/clock";
import { answerWith, json } from "../../emulator/network";
import { authorizeAgain } from "../stack/authorize-again";
import type { LocalStack } from "../stack/local-stack";
import { offerLogin, type LoginOffer } from "./offer-login";

/** Where tokens of the stack's identities can be had: no real host, and answering as Azure's metadata service does. */
export const metadataHost = "metadata.azure.internal";

/** A stack that Azure's own clients can reach from other processes, and the files that they need for it. */
export interface ServedStack {
  readonly certificateAuthority: string;
  /** File with the stack's state, as `pulumi stack export` writes it. */
  readonly state: string;
  readonly login: LoginOffer;
  /** Object ID of an identity that may send to the consumers' topics, as an ETL's. */
  readonly senderId: string;
  /** Ends the login, and removes the files. */
  close(): Promise<void>;
}

/** Serves a stack, in real time from now on. */
export async function openServedStack(stack: LocalStack, clock: ControlledClock): Promise<ServedStack> {
  clock.release();
  const senderId = await createSender(stack);
  serveTokens(stack, senderId);
  // The proof of rotation replays a used refresh token, whereupon the server revokes those that came of it.
  await authorizeAgain(stack);
  const directory = await mkdtemp(join(tmpdir(), "logicapp-keyvault-secrets-"));
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true });
  try {
    const certificateAuthority = join(directory, "ca.pem");
    await writeFile(certificateAuthority, stack.azure.network.certificateAuthority);
    const state = join(directory, "stack.json");
    await writeFile(state, JSON.stringify(stack.deployment.state));
    const login = await offerLogin(stack, { directory, certificateAuthority });
    const close = async (): Promise<void> => {
      await login.close();
      await remove();
    };
    return { certificateAuthority, state, login, senderId, close };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** `GET /metadata/identity/oauth2/token?resource=…&object_id=…`, for the identities that the stack has, and the sender. */
function serveTokens({ azure, workflows }: LocalStack, senderId: string): void {
  const principals = new Set([senderId, ...workflows.map(({ principalId }) => principalId)]);
  azure.network.serve(
    metadataHost,
    answerWith(async ({ url }) => {
      const { searchParams } = new URL(url);
      const principalId = searchParams.get("object_id") ?? "";
      const audience = searchParams.get("resource") ?? "";
      if (!principals.has(principalId))
        return json(400, { error: "invalid_request", error_description: "Unknown object_id" });
      const token = await azure.entra.issueToken({ principalId, audience });
      return json(200, { access_token: token, resource: audience, token_type: "Bearer" });
    }),
  );
}

/** Azure Service Bus Data Sender: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */
const senderRole = "/providers/Microsoft.Authorization/roleDefinitions/69a216fc-b8fb-44d8-bc22-1f3c2cd27a39";

/** Creates an identity that may send to each topic that has consumers. @returns its object ID */
async function createSender({ azure, consumers }: LocalStack): Promise<string> {
  const principalId = randomUUID();
  azure.arm.addPrincipal(principalId);
  const type = "Microsoft.Authorization/roleAssignments";
  for (const topicId of new Set(consumers.map(({ consumer }) => consumer.subscription.topicId))) {
    const name = randomUUID();
    const properties = { principalId, principalType: "ServicePrincipal", roleDefinitionId: senderRole };
    const id = `${topicId}/providers/${type}/${name}`;
    await azure.arm.put({ id, type, name, apiVersion: defaultApiVersion(type), body: { properties } });
  }
  return principalId;
}
