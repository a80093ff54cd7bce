import { existing, roleId } from "./scenario-settings";
import type { Scenario } from "./scenario";

/** Every setting of the example stack file. */
export const everySetting: Scenario = {
  name: "every-setting",
  steps: {
    first: {
      change: "two tokens with every setting",
      settings: {
        location: "westeurope",
        resourceGroupName: "rg-token-refresh",
        vaultName: "kv-token-refresh",
        authorizationModel: "rbac",
        grantScope: "secret",
        existingRoleIds: {
          get: roleId(1),
          set: roleId(2),
          "get,set": roleId(3),
          "get,update": roleId(6),
          "get,set,update": roleId(7),
        },
        identity: "system",
        softDeleteRetentionDays: 90,
        tags: { environment: "example", owner: "integration-team" },
        allowedSecretNames: ["partner-api-key"],
        allowedCallerIpRanges: ["203.0.113.0/24"],
        runHistoryIpRanges: ["198.51.100.7", "198.51.100.20-198.51.100.29"],
        alerts: true,
        alertEmails: ["integration-team@example.com"],
        logAnalyticsWorkspaceId: existing.workspaceId("logs-shared"),
        tokens: [
          {
            secretName: "salesforce-token",
            grantType: "client_credentials",
            tokenUrl: "https://example.my.salesforce.com/services/oauth2/token",
            clientId: "3MVG9-example-consumer-key",
            clientSecretName: "salesforce-client-secret",
            instanceUrl: "tag",
            allowedInstanceUrlSuffixes: ["example.my.salesforce.com"],
            intervalMinutes: 60,
            assumedLifetimeMinutes: 120,
            maximumLifetimeMinutes: 1440,
            marginMinutes: 10,
            introspectionUrl: "https://example.my.salesforce.com/services/oauth2/introspect",
            writePath: "connector",
            skipWhileFresh: false,
            disableSupersededVersions: true,
            refreshOperators: [
              { principalId: "44444444-4444-4444-4444-444444444444", principalType: "Group" },
              { principalId: "55555555-5555-5555-5555-555555555555", principalType: "ServicePrincipal" },
            ],
          },
          {
            secretName: "example-token",
            grantType: "refresh_token",
            tokenUrl: "https://login.example.com/oauth2/token",
            clientIdSecretName: "example-client-id",
            clientSecretName: "example-client-secret",
            refreshTokenSecretName: "example-refresh-token",
            scope: "read write",
            instanceUrl: "none",
            intervalMinutes: 5,
            assumedLifetimeMinutes: 30,
            marginMinutes: 5,
            writePath: "http",
            skipWhileFresh: true,
          },
        ],
        cloud: "public",
      },
    },
  },
};
