import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { newContext } from "./chromium/browser";

/** A page as a person sees it, and what happened behind it. */
export interface Visit {
  readonly page: Page;
  /** Each address that was asked for until now, the page's own first. */
  readonly requests: readonly string[];
  /** Errors on the console until now, exceptions, and what the content security policy refused. */
  readonly problems: readonly string[];
}

export interface VisitOptions {
  /** Of the window, in CSS pixels. @default 800 */
  readonly width?: number;
  /** @default "light" */
  readonly scheme?: "light" | "dark";
  /** @default true */
  readonly javaScript?: boolean;
}

/** Opens an address in a browser of its own, and waits until it has loaded. */
export async function visit(address: string, options: VisitOptions = {}): Promise<Visit> {
  const { width = 800, scheme = "light", javaScript = true } = options;
  const settings: BrowserContextOptions = {
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: javaScript,
    reducedMotion: "reduce",
  };
  const page = await (await newContext(settings)).newPage();
  const requests: string[] = [];
  const problems: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => problems.push(error.message));
  // What the policy refuses is an error on the console, too.
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await page.goto(address);
  return { page, requests, problems };
}

const folder = mkdtempSync(join(tmpdir(), "browser-test-"));
process.once("exit", () => {
  rmSync(folder, { recursive: true });
});
let files = 0;

/** Writes a page to a temporary file; gives its address, as a person's browser has it who opens a report. */
export function fileOf(html: string): string {
  files += 1;
  const file = join(folder, `${files}.html`);
  writeFileSync(file, html);
  return pathToFileURL(file).href;
}
