import { join } from "node:path";
import ts from "typescript";
import { repository } from "../../release/packages";

/** What Pulumi's templates have; deprecated, and so without a name that may be used. */
export const node10 = 2 satisfies ts.ModuleResolutionKind;

/** How a project has TypeScript find and check its modules. */
export interface ProjectTypes {
  readonly module: ts.ModuleKind;
  readonly moduleResolution: ts.ModuleResolutionKind;
}

/**
 * Checks files of a project with strict options, and the types of the packages that they import from this repository.
 * Problems within other packages do not count.
 *
 * @returns one text per problem
 */
export function typeProblems(files: readonly string[], options: ProjectTypes): readonly string[] {
  return problemsIn(ts, files, {
    ...options,
    ...strict,
    target: ts.ScriptTarget.ES2022,
    exactOptionalPropertyTypes: true,
    ignoreDeprecations: "6.0",
  });
}

/**
 * Checks files likewise with TypeScript 3.8.3, which Pulumi's language host uses for a project that has no TypeScript.
 */
export async function problemsForOldTypeScript(files: readonly string[]): Promise<readonly string[]> {
  const vendored = join(repository, "node_modules/@pulumi/pulumi/vendor/typescript@3.8.3/typescript.js");
  const { default: old } = (await import(vendored)) as { default: typeof ts };
  return problemsIn(old, files, {
    ...strict,
    module: ts.ModuleKind.CommonJS,
    moduleResolution: node10,
    target: ts.ScriptTarget.ES2018,
    lib: ["lib.es2018.d.ts"],
  });
}

const strict: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: false, types: [] };

function problemsIn(compiler: typeof ts, files: readonly string[], options: ts.CompilerOptions): readonly string[] {
  const program = compiler.createProgram([...files], options);
  const own = program
    .getSourceFiles()
    .filter(
      ({ fileName }) => files.includes(fileName) || fileName.includes("/node_modules/logicapp-keyvault-secrets-"),
    );
  const problems = own.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]);
  return [...program.getOptionsDiagnostics(), ...problems].map(({ file, messageText }) =>
    [file?.fileName ?? "options", compiler.flattenDiagnosticMessageText(messageText, "\n")].join(": "),
  );
}
