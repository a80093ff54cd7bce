import { relayTrigger } from "../../connector/relay/relay-definition";
import { searchForSecrets } from "../leak-search";
import type { Proof } from "../report";
import type { LocalStack } from "../stack/local-stack";
import { check } from "./proof";

/** A text that may be read by others than the vault's users. */
export interface Place {
  readonly name: string;
  readonly content: string;
}

/**
 * No secret is in anything that others may read: searched for as it is, URL-encoded, and in base64 at every offset.
 *
 * @param shown what the run prints
 */
export function proveNoLeak(stack: LocalStack, shown: readonly Place[]): Proof {
  const secrets = knownSecrets(stack);
  const places = [...readablePlaces(stack), ...shown];
  const look = (among: readonly Place[]): string => {
    const leaks = searchForSecrets({ secrets, places: among });
    const found = [...new Set(leaks.map(({ place, encoding }) => `${place} (${encoding})`))];
    return found.length === 0 ? "found in none" : `found in ${found.join(", ")}`;
  };
  const planted = Buffer.from(`x${secrets[0] ?? ""}`).toString("base64");
  const names = places.map(({ name }) => name).join(", ");
  return {
    id: "no-leak",
    ...check(`None of ${secrets.length} secrets is in ${names}`, "found in none", look(places)),
    control: check(
      "A secret that is planted in run history, inside base64, is found",
      "found in run history (base64)",
      look(
        places.map((place) => (place.name === "run history" ? { ...place, content: place.content + planted } : place)),
      ),
    ),
  };
}

function knownSecrets({ azure, settings, connector, authorizationServers }: LocalStack): readonly string[] {
  const servers = [...authorizationServers.values()].flatMap((server) => server.secrets());
  const relayKeys =
    connector === undefined ? [] : [azure.logicApps.callbackUrl(connector.relay.id, relayTrigger).queries.sig];
  // The vault may hold instance URLs too, which are none.
  const instanceUrls = new Set(
    settings.tokens.flatMap(({ allowedInstanceUrlSuffixes }) =>
      allowedInstanceUrlSuffixes.map((host) => `https://${host}`),
    ),
  );
  const stored = azure.keyVault.values().filter((value) => !instanceUrls.has(value) && value.length >= 8);
  return [...new Set([...servers, ...relayKeys, ...stored])];
}

function readablePlaces({ azure, deployment, refreshes, connector }: LocalStack): readonly Place[] {
  const workflows = [...refreshes.map(({ id }) => id), ...(connector === undefined ? [] : [connector.relay.id])];
  const text = (value: unknown): string => JSON.stringify(value);
  const { arm, logicApps } = azure;
  return [
    { name: "state", content: text(deployment.state) },
    {
      name: "definitions",
      content: text(arm.resources().filter(({ type }) => /\/(workflows|customApis)$/i.test(type))),
    },
    { name: "run history", content: text(workflows.map((id) => logicApps.runs(id))) },
    { name: "recorded requests", content: text(arm.requests()) },
    { name: "Pulumi's log", content: deployment.log.join("\n") },
  ];
}
