import { escapeMarkup } from "../../../definition/escape-markup";
import type { RelayAddress } from "../../operation/bind-to-relay";
import { relayQueries, setSecretPath } from "../../operation/set-secret-document";

/** Name of the named value that holds the relay's key. */
export const relayKeyNamedValue = "set-secret-relay-key";

/**
 * The policy of the imported API: it calls the relay, with the key from a named value.
 *
 * The form is that which API Management itself writes for a Logic App. The relay refuses a request with both its key and
 * an `Authorization` header.
 * https://learn.microsoft.com/azure/api-management/rewrite-uri-policy
 */
export function relayPolicy({ host, basePath, queries }: RelayAddress<string>): string {
  const query = [...relayQueries.map((name) => `${name}=${queries[name]}`), `sig={{${relayKeyNamedValue}}}`].join("&");
  return `<!-- The named value ${relayKeyNamedValue} holds the relay's key. Create it as a secret before this policy. -->
<policies>
  <inbound>
    <base />
    <set-backend-service base-url="${escapeMarkup(`https://${host}${basePath}`)}" />
    <rewrite-uri template="${escapeMarkup(`${setSecretPath}?${query}`)}" copy-unmatched-params="false" />
    <set-header name="Ocp-Apim-Subscription-Key" exists-action="delete" />
    <set-header name="Authorization" exists-action="delete" />
  </inbound>
  <backend>
    <base />
  </backend>
  <outbound>
    <base />
  </outbound>
  <on-error>
    <base />
  </on-error>
</policies>
`;
}
