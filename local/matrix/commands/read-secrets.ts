import { request } from "node:https";
import { text } from "node:stream/consumers";
import { secretsApiVersion } from "../../../access/vault-request";
import { clouds, cloudOfVaultUri } from "../../../azure";
import { asList, asObject, asString, type JsonObject } from "../../../definition/json";
import { metadataHost } from "../../run/served-stack";

/** Where a served stack is reached from another process. */
export interface ServedAddress {
  readonly port: string;
  readonly certificateAuthority: string;
}

/** Reads from the vault of a served stack what the identities of its refreshes may read, such as client secrets. */
export async function readSecrets(report: JsonObject, address: ServedAddress): Promise<readonly string[]> {
  const { vaultUri, refreshWorkflows } = asObject(report.outputs);
  const names = asList(report.secrets).map((secret) => asString(asObject(secret).name));
  const { vaultAudience } = cloudOfVaultUri(asString(vaultUri)) ?? clouds.public;
  const values = new Set<string>();
  for (const workflow of Object.values(asObject(refreshWorkflows))) {
    const query = `resource=${vaultAudience}&object_id=${asString(asObject(workflow).principalId)}`;
    const login = await get(`https://${metadataHost}/metadata/identity/oauth2/token?${query}`, address);
    const token = asString(login.access_token);
    values.add(token);
    for (const name of names) {
      const url = new URL(`/secrets/${name}?api-version=${secretsApiVersion}`, asString(vaultUri)).href;
      const value = asString((await get(url, address, token)).value);
      // Shorter ones, such as a client ID, would be found by chance; an instance URL is no secret.
      if (value.length >= 20 && !value.startsWith("https://")) values.add(value);
    }
  }
  return [...values];
}

function get(url: string, { port, certificateAuthority: ca }: ServedAddress, token?: string): Promise<JsonObject> {
  const { hostname: servername, pathname, search } = new URL(url);
  const headers = { host: servername, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
  const options = { host: "127.0.0.1", port, servername, headers, ca, agent: false, path: pathname + search };
  return new Promise((resolve, reject) => {
    request(options, (response) => {
      text(response).then((body) => {
        resolve(asObject(JSON.parse(body)));
      }, reject);
    })
      .once("error", reject)
      .end();
  });
}
