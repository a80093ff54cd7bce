import { relayTrigger } from "../../connector/relay/relay-definition";
import { searchForSecrets } from "../leak-search";
import type { Proof } from "../report";
import type { LocalStack } from "../stack/local-stack";
import { check } from "./proof";

/** A text that people without access to the vault can read. */
export interface Place {
  readonly name: string;
  readonly content: string;
}

/**
 * Proves that no secret is in a text that others may read: plain, URL-encoded, or in base64 at any offset.
 *
 * @param shown the output of the run
 */
export function proveNoLeak(stack: LocalStack, shown: readonly Place[]): Proof {
  const secrets = knownSecrets(stack);
  const places = [...readablePlaces(stack), ...shown];
  const inNone = `not in ${places.map(({ name }) => name).join(", ")}`;
  const look = (among: readonly Place[]): string => {
    const leaks = searchForSecrets({ secrets, places: among });
    const found = [...new Set(leaks.map(({ place, encoding }) => `${place} (${encoding})`))];
    return found.length === 0 ? inNone : `found in ${found.join(", ")}`;
  };
  const canary = Buffer.from(`x${secrets[0] ?? ""}`).toString("base64");
  return {
    id: "no-leak",
    ...check(`None of ${secrets.length} secrets appears in ${places.length} places`, inNone, look(places)),
    control: check(
      "A canary in run history, inside base64, is found",
      "found in run history (base64)",
      look(
        places.map((place) => (place.name === "run history" ? { ...place, content: place.content + canary } : place)),
      ),
    ),
  };
}

/** Lists every secret of a stack that can be known here, the texts of records and the tokens of locks among them. */
export function knownSecrets(stack: LocalStack): readonly string[] {
  const { azure, connector, consumers, source, authorizationServers } = stack;
  const lockTokens = consumers.flatMap(({ subscriptionId }) => azure.serviceBus.lockTokens(subscriptionId));
  const servers = [...authorizationServers.values()].flatMap((server) => server.secrets());
  const relayKeys =
    connector === undefined ? [] : [azure.logicApps.callbackUrl(connector.relay.id, relayTrigger).queries.sig];
  // The vault may also hold instance URLs, which are not secret.
  const instanceUrls = new Set([...authorizationServers.values()].flatMap((server) => server.instanceUrls()));
  const stored = azure.keyVault.values().filter((value) => !instanceUrls.has(value) && value.length >= 8);
  return [...new Set([...servers, ...relayKeys, ...stored, ...source.texts(), ...lockTokens])];
}

function readablePlaces({ azure, deployment, workflows }: LocalStack): readonly Place[] {
  const text = (value: unknown): string => JSON.stringify(value);
  const { arm, logicApps } = azure;
  return [
    { name: "state", content: text(deployment.state) },
    {
      name: "definitions",
      content: text(arm.resources().filter(({ type }) => /\/(workflows|customApis)$/i.test(type))),
    },
    { name: "run history", content: text(workflows.map(({ id }) => logicApps.runs(id))) },
    { name: "recorded requests", content: text(arm.requests()) },
    { name: "Pulumi's log", content: deployment.log.join("\n") },
  ];
}
