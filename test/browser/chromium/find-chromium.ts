import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** How playwright-core is told which browser to start. */
export type Chromium = { readonly executablePath: string } | { readonly channel: "chrome" | "msedge" };

/** Names a browser's program for these tests, as it does for Lighthouse. */
export const chromiumVariable = "CHROME_PATH";

const programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

/**
 * Finds a browser that is built on Chromium: the one that CHROME_PATH names, or one on the PATH; on macOS and Windows,
 * where browsers are on no PATH, those that playwright-core looks for.
 *
 * @throws {Error} that says what to install, or that CHROME_PATH names no program
 */
export function findChromium(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly Chromium[] {
  const named = environment[chromiumVariable];
  if (named !== undefined && named !== "") {
    if (isProgram(named)) return [{ executablePath: named }];
    throw new Error(`${chromiumVariable} is '${named}', which is no program that can be run. ${whatToDo}`);
  }
  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const found = programs.flatMap((program) => folders.map((folder) => join(folder, program))).find(isProgram);
  if (found !== undefined) return [{ executablePath: found }];
  if (platform === "darwin" || platform === "win32") return [{ channel: "chrome" }, { channel: "msedge" }];
  throw new Error(noChromium);
}

const whatToDo = `Install Chromium or Google Chrome (Debian: apt-get install chromium), or set ${chromiumVariable} to the program of a browser built on Chromium.`;

/** What a developer without a browser is told. */
export const noChromium = `No Chromium was found. ${whatToDo}`;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
