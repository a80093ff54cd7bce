import { describe } from "mocha";
import { secured } from "../../../definition";
import type { Stack } from "../../../policy/model";
import { http, readingStack, testStacks } from "./stack-builder";

const secret = "@{body('Get_secret')?['value']}";

/** A stack that sends its secret by a connector, with inputs and outputs hidden. */
function by(connector: string, path: string, body: unknown): Stack {
  return readingStack({
    Send: {
      type: "ApiConnection",
      inputs: {
        host: { connection: { name: `@parameters('$connections')['${connector}']['connectionId']` } },
        method: "post",
        path,
        body,
      },
      runtimeConfiguration: secured,
    },
  });
}
const hidden = ["hidden-tokens"];

describe("What is sent to where it stays readable", () => {
  testStacks([
    [
      "a message in Teams",
      hidden,
      by("teams", "/beta/teams/conversation/message/poster/Flow bot/location/Channel", { messageBody: secret }),
    ],
    ["a mail", hidden, by("office365", "/v2/Mail", { To: "a@example.com", Body: secret })],
    ["a second connection of the mail connector", hidden, by("office365-1", "/v2/Mail", { Body: secret })],
    ["a message in Slack", hidden, by("slack", "/v2/chat.postMessage", { text: secret })],
    ["a blob", hidden, by("azureblob", "/v2/datasets/st/files", secret)],
    ["a file of SharePoint", hidden, by("sharepointonline", "/datasets/x/files", secret)],
    [
      "a blob over HTTP",
      hidden,
      readingStack({ Put: http("PUT", "https://st.blob.core.windows.net/c/b", { body: { a: secret } }) }),
    ],
    [
      "a mail by Graph",
      hidden,
      readingStack({
        Mail: http("POST", "https://graph.microsoft.com/v1.0/me/sendMail", { body: { message: { body: secret } } }),
      }),
    ],
    [
      "a message without the secret",
      [],
      by("teams", "/beta/teams/conversation/message", { messageBody: "@{body('Get_secret')?['id']}" }),
    ],
    ["whether there is a secret", [], by("office365", "/v2/Mail", { Body: "@{empty(body('Get_secret')?['value'])}" })],
    ["another system that uses the secret", [], by("salesforce", "/datasets/default/tables/a/items", { key: secret })],
    [
      "an API over HTTP",
      [],
      readingStack({ Put: http("POST", "https://api.example.com/v1", { body: { a: secret } }) }),
    ],
  ]);
});
