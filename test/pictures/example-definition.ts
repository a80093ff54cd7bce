/** A workflow with each kind of container, a connector's action, and an action that hides its outputs. */
export const exampleDefinition = {
  triggers: { Recurrence: { type: "Recurrence", recurrence: { frequency: "Hour", interval: 1 } } },
  actions: {
    Read: {
      type: "Http",
      description: "Reads the token.",
      inputs: {
        method: "GET",
        uri: "@{parameters('vaultUri')}/secrets/token?x=canary-in-query",
        authentication: { type: "ManagedServiceIdentity", audience: "https://vault.azure.net" },
      },
      runtimeConfiguration: { secureData: { properties: ["outputs"] } },
    },
    Each: {
      type: "Foreach",
      runAfter: { Read: ["SUCCEEDED"] },
      actions: {
        Is_due: {
          type: "If",
          actions: {
            Set_secret: {
              type: "ApiConnection",
              inputs: {
                host: { connection: { name: "@parameters('$connections')['keyvaultsecrets']['connectionId']" } },
                method: "put",
                path: "/secrets/@{encodeURIComponent('token')}",
              },
              runtimeConfiguration: { secureData: { properties: ["inputs", "outputs"] } },
            },
            Report: {
              type: "Terminate",
              inputs: { runStatus: "Failed" },
              runAfter: { Set_secret: ["Failed", "TimedOut"] },
            },
          },
        },
      },
    },
    Route: {
      type: "Switch",
      runAfter: { Each: ["Failed", "Skipped"] },
      cases: { "EU or US": { case: "eu", actions: { Answer: { type: "Response", inputs: { statusCode: 200 } } } } },
      default: { actions: {} },
    },
  },
};
