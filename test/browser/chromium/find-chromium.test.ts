import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { findChromium } from "./find-chromium";

describe("The browser of the tests", () => {
  let folder: string;
  const program = (...names: readonly string[]): string => {
    const path = join(folder, ...names);
    writeFileSync(path, "");
    chmodSync(path, 0o755);
    return path;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "find-chromium-test-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("is the one that CHROME_PATH names, whatever is on the PATH", () => {
    program("chromium");
    const named = program("my browser");
    assert.deepEqual(findChromium({ CHROME_PATH: named, PATH: folder }, "linux"), [{ executablePath: named }]);
  });

  it("is Chromium rather than another one on the PATH", () => {
    const chrome = program("google-chrome");
    assert.deepEqual(findChromium({ PATH: `/nowhere:${folder}` }, "linux"), [{ executablePath: chrome }]);
    const chromium = program("chromium");
    assert.deepEqual(findChromium({ CHROME_PATH: "", PATH: folder }, "linux"), [{ executablePath: chromium }]);
  });

  it("is looked for by the driver on macOS and Windows", () => {
    for (const platform of ["darwin", "win32"] as const) {
      assert.deepEqual(findChromium({ PATH: folder }, platform), [{ channel: "chrome" }, { channel: "msedge" }]);
    }
  });

  it("is asked for in one message where there is none", () => {
    mkdirSync(join(folder, "chromium"));
    writeFileSync(join(folder, "google-chrome"), "no program");
    const message =
      "No Chromium was found. Install Chromium or Google Chrome (Debian: apt-get install chromium), " +
      "or set CHROME_PATH to the program of a browser built on Chromium.";
    assert.throws(() => findChromium({ PATH: folder }, "linux"), { message });
    assert.throws(() => findChromium({}, "linux"), { message });
  });

  it("is nothing else where CHROME_PATH names no program", () => {
    program("chromium");
    assert.throws(() => findChromium({ CHROME_PATH: "/nowhere/chrome", PATH: folder }, "linux"), {
      message: /^CHROME_PATH is '\/nowhere\/chrome', which is no program that can be run\. Install /,
    });
  });
});
