import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateDtsBundle } from "dts-bundle-generator";

/**
 * Writes the types of a module, with all that it takes from other files of this repository, into one file. What is not
 * exported stays private to it, and what is marked `@internal` is left out.
 */
export async function writeDeclarations(entryPoint: string, file: string, repository: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "declarations-"));
  try {
    const project = join(folder, "tsconfig.json");
    const compilerOptions = { rootDir: repository, noEmit: false, stripInternal: true, types: ["node"] };
    const typeRoots = [join(repository, "node_modules", "@types")];
    await writeFile(
      project,
      JSON.stringify({
        extends: join(repository, "tsconfig.json"),
        compilerOptions: { ...compilerOptions, typeRoots },
        files: [join(repository, entryPoint)],
      }),
    );
    const [declarations = ""] = generateDtsBundle(
      [
        {
          filePath: join(repository, entryPoint),
          output: { exportReferencedTypes: false, noBanner: true, sortNodes: false },
        },
      ],
      { preferredConfigPath: project },
    );
    await writeFile(file, declarations);
  } finally {
    await rm(folder, { recursive: true });
  }
}
