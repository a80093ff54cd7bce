import assert from "node:assert/strict";
import { after, afterEach, describe, it } from "mocha";
import { documentedConsumerCosts } from "../../documents";
import { deployConsumerStack, type ConsumerStack } from "./consumer-stack";

const send = (bench: ConsumerStack, { messages = 1, records = 1, contentType = "application/json" } = {}): void => {
  for (let message = 0; message < messages; message++) {
    const list = Array.from({ length: records }, (_, index) => ({ erp_id: `${message}-${index}`, name: "x" }));
    bench.send({ records: list }, contentType);
  }
};

/** What happens before a run, by how docs/consumer/README.md calls it. */
const runs: Readonly<Record<string, (bench: ConsumerStack) => void | Promise<void>>> = {
  "no message": () => undefined,
  "1 message, of 1 or of 200 records": (bench) => {
    send(bench, { records: 200 });
  },
  "5 messages": (bench) => {
    send(bench, { messages: 5 });
  },
  "20 messages, the most by default": (bench) => {
    send(bench, { messages: 20 });
  },
  "1 message that is JSON and does not say so": (bench) => {
    send(bench, { contentType: "text/plain" });
  },
  "1 message whose session has ended": async (bench) => {
    send(bench);
    await bench.wait(15);
    await bench.endSessions();
  },
  "1 message that is not JSON": (bench) => {
    bench.send("poison", "text/plain");
  },
  "1 message of which a record is rejected": (bench) => {
    send(bench);
    bench.org.rejectRecord("0-0", "FIELD_CUSTOM_VALIDATION_EXCEPTION");
  },
  "1 message while Salesforce is down": (bench) => {
    send(bench);
    bench.org.failRequests("SERVER_UNAVAILABLE");
  },
};

describe("The executions of a consumer's run", () => {
  const documented = documentedConsumerCosts();
  let shared: ConsumerStack | undefined;

  const stack = async (): Promise<ConsumerStack> => (shared ??= await deployConsumerStack());
  const close = async (): Promise<void> => {
    await shared?.stack.azure.close();
    shared = undefined;
  };
  // A stack without a message left is as good as a new one.
  afterEach(() => (shared?.states().length === 0 ? undefined : close()));
  after(close);

  it("are documented for each of these", () => {
    assert.deepEqual(Object.keys(documented), Object.keys(runs));
  });

  for (const [title, prepare] of Object.entries(runs)) {
    it(`with ${title} are those of docs/consumer/README.md`, async () => {
      const bench = await stack();
      await prepare(bench);
      const run = await bench.consume();
      assert.equal(bench.stack.azure.logicApps.billableActions(run), documented[title]);
    });
  }

  it("with 1 message of 1 record are the same as of 200", async () => {
    const bench = await stack();
    send(bench);
    const executions = bench.stack.azure.logicApps.billableActions(await bench.consume());
    assert.equal(executions, documented["1 message, of 1 or of 200 records"]);
  });
});
