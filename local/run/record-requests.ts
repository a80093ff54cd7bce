import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RecordedRequest } from "../../emulator/resource-manager";

/**
 * Writes each request to Azure Resource Manager to a file of its own, numbered in the order of sending.
 *
 * @param directory as `prepareOutputDirectory` left it
 * @returns how many files were written
 */
export async function recordRequests(directory: string, requests: readonly RecordedRequest[]): Promise<number> {
  const digits = String(requests.length).length;
  await Promise.all(
    requests.map((request, index) => {
      const number = String(index + 1).padStart(digits, "0");
      const name =
        new URL(request.url).pathname
          .split("/")
          .at(-1)
          ?.replace(/[^\w.-]/g, "_") ?? "";
      const file = join(directory, `${number}-${request.method.toLowerCase()}-${name}.json`);
      return writeFile(file, `${JSON.stringify(request, undefined, 2)}\n`);
    }),
  );
  return requests.length;
}
