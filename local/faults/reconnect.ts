import { relayTrigger } from "../../connector/relay/relay-definition";
import { asObject } from "../../definition/json";
import type { LocalStack } from "../stack/local-stack";
import { requireConnector } from "../stack/controlled-stack";

/** Gives the connection the relay's key as it is now, as a deployment with `--refresh` does. */
export async function reconnect(stack: LocalStack): Promise<void> {
  const { arm, logicApps } = stack.azure;
  const { connectionId, relay } = requireConnector(stack);
  const connection = arm.resources().find(({ id }) => id.toLowerCase() === connectionId.toLowerCase());
  if (connection === undefined) throw new Error("The stack has no connection.");
  const { sig } = logicApps.callbackUrl(relay.id, relayTrigger).queries;
  const properties = asObject(connection.body.properties);
  const parameterValues = Object.fromEntries(
    Object.keys(asObject(properties.parameterValues)).map((name) => [name, sig]),
  );
  await arm.put({ ...connection, body: { ...connection.body, properties: { ...properties, parameterValues } } });
}
