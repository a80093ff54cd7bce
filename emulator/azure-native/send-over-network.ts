import { cloudOfEnvironment, clouds } from "../../azure";
import type { Azure } from "..";
import type { SendToArm } from ".";
import { asObject } from "../../definition/json";

/**
 * Sends calls to Azure Resource Manager over verified TLS, as the deployer. As azure-native does, it takes the cloud from its
 * configuration, or from `ARM_ENVIRONMENT`, whatever the cloud is that the emulator is.
 *
 * @param environment `azure-native:environment`; where azure-native has none of that name, the public cloud
 */
export async function sendOverNetwork(
  { network, entra, deployer }: Azure,
  environment = process.env.ARM_ENVIRONMENT ?? "",
): Promise<SendToArm> {
  const { resourceManager: audience } = cloudOfEnvironment(environment) ?? clouds.public;
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
