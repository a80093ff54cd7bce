import { parseSettings } from "../../settings/parse/parse-settings";
import { SettingsError } from "../../settings/problems/settings-error";

/** The least that a token needs. */
export const leastToken = {
  secretName: "salesforce-token",
  tokenUrl: "https://example.my.salesforce.com/services/oauth2/token",
  clientId: "example-client",
  clientSecretName: "salesforce-client-secret",
};

/** ID of a topic. */
export const serviceBusTopicId =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-etl/providers/Microsoft.ServiceBus/namespaces/sb-example/topics/crm-updates";

/** The least that a consumer of {@link leastToken} needs. */
export const leastConsumer = {
  name: "accounts",
  token: leastToken.secretName,
  topicId: serviceBusTopicId,
  subscriptionName: "salesforce",
  sObject: "Account",
  externalIdField: "ERP_Id__c",
  fields: { ERP_Id__c: "erp_id", Name: "name" },
};

/** A token of its own names, by the grant refresh_token. */
export const refreshToken = {
  secretName: "other-token",
  grantType: "refresh_token",
  tokenUrl: "https://login.example.com/oauth2/token",
  clientIdSecretName: "other-client-id",
  clientSecretName: "other-client-secret",
  refreshTokenSecretName: "other-refresh-token",
};

/** Every problem as `path: message`; none when the settings are good. */
export function problemsOf(raw: Readonly<Record<string, unknown>>): string[] {
  try {
    parseSettings(raw);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.problems.map(({ path, message }) => `${path}: ${message}`);
  }
}

/** Problems of a stack of these tokens, with changes to the first one. */
export function problemsOfToken(changes: Readonly<Record<string, unknown>>): string[] {
  return problemsOf({ tokens: [{ ...leastToken, ...changes }] });
}
