import type { Azure } from "../azure";
import type { SendToArm } from "../azure-native";
import { asObject } from "../json-object";

const audience = "https://management.azure.com";

/** Sends calls to management.azure.com over verified TLS, as the deployer. */
export async function sendOverNetwork({ network, entra, deployer }: Azure): Promise<SendToArm> {
  const token = await entra.issueToken({ principalId: deployer.objectId, audience });
  return async ({ method, path, apiVersion, body }) => {
    const answer = await network.send({
      method,
      url: `${audience}${encodeURI(path)}?api-version=${apiVersion}`,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { location: pollUrl, "retry-after": retryAfter } = answer.headers;
    return {
      status: answer.status,
      body: answer.body === "" ? {} : asObject(JSON.parse(answer.body)),
      ...(pollUrl === undefined ? {} : { operation: { url: pollUrl, retryAfterSeconds: Number(retryAfter ?? 0) } }),
    };
  };
}
