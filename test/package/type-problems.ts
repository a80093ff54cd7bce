import { join } from "node:path";
import ts from "typescript";
import { repository } from "../../release/packages";

/** How a project has TypeScript find its modules, as in its `tsconfig.json`. */
export interface ProjectTypes {
  readonly module: string;
  readonly moduleResolution: string;
}

/**
 * Checks files of a project with strict options, and the types of the packages that they import from this repository.
 * Problems within other packages do not count.
 *
 * @returns one text per problem
 */
export function typeProblems(files: readonly string[], project: ProjectTypes): readonly string[] {
  return problemsIn(ts, files, {
    ...project,
    ...strict,
    target: "es2022",
    exactOptionalPropertyTypes: true,
    // node10 is deprecated, and what Pulumi's templates have.
    ignoreDeprecations: "6.0",
  });
}

/**
 * Checks files likewise with TypeScript 3.8.3, which Pulumi's language host uses for a project that has no TypeScript.
 */
export async function problemsForOldTypeScript(files: readonly string[]): Promise<readonly string[]> {
  const vendored = join(repository, "node_modules/@pulumi/pulumi/vendor/typescript@3.8.3/typescript.js");
  const { default: old } = (await import(vendored)) as { default: typeof ts };
  const options = { module: "commonjs", moduleResolution: "node", target: "es2018", lib: ["es2018"] };
  return problemsIn(old, files, { ...strict, ...options });
}

const strict = { strict: true, noEmit: true, types: [] };

function problemsIn(compiler: typeof ts, files: readonly string[], options: object): readonly string[] {
  const { options: parsed, errors } = compiler.convertCompilerOptionsFromJson(options, repository);
  const program = compiler.createProgram([...files], parsed);
  const own = program
    .getSourceFiles()
    .filter(
      ({ fileName }) => files.includes(fileName) || fileName.includes("/node_modules/logicapp-keyvault-secrets-"),
    );
  const problems = own.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]);
  return [...errors, ...program.getOptionsDiagnostics(), ...problems].map(({ file, messageText }) =>
    [file?.fileName ?? "options", compiler.flattenDiagnosticMessageText(messageText, "\n")].join(": "),
  );
}
