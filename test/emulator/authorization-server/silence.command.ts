import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "mocha";

describe("An authorization server in a process of its own", () => {
  it("writes nothing to the console", () => {
    const program = `
      const { createAuthorizationServer } = require("./emulator/authorization-server");
      const http = require("node:http");
      (async () => {
        let listener;
        const server = await createAuthorizationServer({
          network: { serve: (host, served) => { listener = served; } },
          clock: { now: () => new Date() },
          tokenUrl: "https://a.example/token",
          clients: [{ clientId: "app", clientSecret: "secret-of-app", grantType: "refresh_token" }],
        });
        const loopback = http.createServer(listener).listen(0, "127.0.0.1", async () => {
          const body = new URLSearchParams({ grant_type: "refresh_token", client_id: "app",
            client_secret: "secret-of-app", refresh_token: await server.issueRefreshToken("app") });
          const answer = await fetch("http://127.0.0.1:" + loopback.address().port + "/token", { method: "POST", body });
          process.exit(answer.status === 200 ? 7 : 1);
        });
      })();`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "--eval", program], {
      encoding: "utf8",
    });
    assert.deepEqual({ status, stdout, stderr }, { status: 7, stdout: "", stderr: "" });
  });
});
