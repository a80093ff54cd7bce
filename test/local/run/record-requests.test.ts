import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import type { RecordedRequest } from "../../../emulator/resource-manager";
import { prepareOutputDirectory } from "../../../local/run/output-directory";
import { recordRequests } from "../../../local/run/record-requests";

describe("recordRequests", () => {
  let directory: string;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "record-requests-"));
  });
  after(() => rm(directory, { recursive: true }));

  const request = (name: string, method = "PUT"): RecordedRequest => ({
    method,
    url: `https://management.azure.com/subscriptions/s/resourceGroups/${name}?api-version=2024-03-01`,
    body: { location: "westeurope" },
  });

  it("writes one file a request into a directory that it makes, in the order of sending", async () => {
    const place = join(directory, "deep", "er");
    const listed = { ...request("listCallbackUrl", "POST") };
    await prepareOutputDirectory("--record", place);
    assert.equal(await recordRequests(place, [request("group"), listed, request("group")]), 3);
    assert.deepEqual((await readdir(place)).sort(), [
      "1-put-group.json",
      "2-post-listCallbackUrl.json",
      "3-put-group.json",
    ]);
    const text = await readFile(join(place, "1-put-group.json"), "utf8");
    assert.deepEqual(JSON.parse(text), request("group"));
    assert.ok(text.endsWith("}\n"));
  });

  it("numbers so that the order of the alphabet is that of sending, and keeps file names plain", async () => {
    const place = join(directory, "many");
    const names = Array.from({ length: 12 }, (_, index) => `a b%2F..%2F${index}`);
    await prepareOutputDirectory("--record", place);
    await recordRequests(
      place,
      names.map((name) => request(name)),
    );
    const files = (await readdir(place)).sort();
    assert.equal(files.length, 12);
    assert.deepEqual([files[0], files[11]], ["01-put-a_20b_2F.._2F0.json", "12-put-a_20b_2F.._2F11.json"]);
  });

  it("writes nothing where nothing was sent", async () => {
    const place = join(directory, "none");
    await prepareOutputDirectory("--record", place);
    assert.equal(await recordRequests(place, []), 0);
    assert.deepEqual(await readdir(place), []);
  });
});
