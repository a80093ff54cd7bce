import { findChromium } from "./find-chromium";

// For .ci/browser/install, which installs a browser where there is none.
try {
  console.log(findChromium(process.env, process.platform));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
