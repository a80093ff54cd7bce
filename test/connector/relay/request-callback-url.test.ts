import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { requestUntilFound } from "../../../connector/relay/request-callback-url";

const notFound = new Error('invocation of azure-native:… returned an error: Status=404 Code="WorkflowNotFound"');

/** A request that fails so often, and what it waits for. */
function failing(times: number, failure: Error) {
  let requests = 0;
  const waited: number[] = [];
  const result = requestUntilFound(
    () => Promise.resolve().then(() => ((requests += 1) > times ? "url" : Promise.reject(failure))),
    (seconds) => Promise.resolve(waited.push(seconds)),
  );
  return { result, waited, requests: () => requests };
}

describe("The request for the relay's callback URL", () => {
  it("is sent once where the relay is found", async () => {
    const { result, waited, requests } = failing(0, notFound);
    assert.equal(await result, "url");
    assert.deepEqual([requests(), waited], [1, []]);
  });

  it("is sent again while the relay is not found, with longer and longer waits", async () => {
    const { result, waited, requests } = failing(5, notFound);
    assert.equal(await result, "url");
    assert.deepEqual([requests(), waited], [6, [1, 2, 4, 8, 16]]);
  });

  it("fails with Azure's own error after 31 seconds", async () => {
    const { result, requests } = failing(6, notFound);
    await assert.rejects(result, notFound);
    assert.equal(requests(), 6);
  });

  it("fails at once with any other error", async () => {
    const forbidden = new Error('Status=403 Code="AuthorizationFailed"');
    const { result, waited, requests } = failing(1, forbidden);
    await assert.rejects(result, forbidden);
    assert.deepEqual([requests(), waited], [1, []]);
  });
});
