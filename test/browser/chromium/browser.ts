import { after, afterEach, before } from "mocha";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from "playwright-core";
import { findChromium, noChromium } from "./find-chromium";

/** Of the whole run: these hooks are of no suite, since test files import this one outside of theirs. */
let browser: Browser | undefined;

before("start a browser", async () => {
  try {
    browser = await launch();
  } catch (error) {
    // mocha prints the message, and then the stack, in which it says nothing more.
    if (error instanceof Error) error.stack = "";
    throw error;
  }
});

afterEach("close its windows", async () => {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
});

after("end the browser", async () => {
  await browser?.close();
});

/** Opens a profile of its own, without cookies and cache; it is closed after the test. */
export async function newContext(options: BrowserContextOptions): Promise<BrowserContext> {
  if (browser === undefined) throw new Error("The browser has not been started: run this by npm run test:browser.");
  return await browser.newContext(options);
}

async function launch(): Promise<Browser> {
  for (const found of findChromium(process.env, process.platform)) {
    const started = await chromium.launch(found).catch((error: unknown) => {
      // A channel that is not installed; a program that does not start is another matter.
      if ("channel" in found) return undefined;
      throw new Error(`'${found.executablePath}' does not start as a browser. ${String(error)}`);
    });
    if (started !== undefined) return started;
  }
  throw new Error(noChromium);
}
