import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context, Suite, Test } from "mocha";
import { allBehaviours } from "../emulator/behaviours";
import { describeUnexercised, exercisedBehaviours } from "../emulator/provenance";

/** Names the folder in which the workers of a run write what they have exercised. */
const folderVariable = "EXERCISED_BEHAVIOURS";

/** What one worker has seen. */
interface Witness {
  readonly exercised: readonly string[];
  /** Test files of which every test has passed. */
  readonly passed: readonly string[];
}

const passed = new Set<string>();

/** Makes the folder. Workers start later, and inherit the variable. */
export function mochaGlobalSetup(): void {
  process.env[folderVariable] = mkdtempSync(join(tmpdir(), "exercised-"));
}

export const mochaHooks = {
  /** Writes what this process has exercised: a worker comes here after each file, a run without workers once. */
  afterAll(this: Context): void {
    const folder = process.env[folderVariable];
    if (folder === undefined) return;
    for (const [file, tests] of byFile(testsOf(rootOf(this)))) {
      if (tests.every(({ state }) => state === "passed")) passed.add(file);
    }
    const witness: Witness = { exercised: exercisedBehaviours(), passed: [...passed] };
    writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(witness));
  },
};

/**
 * Fails a run of all tests that left a behaviour unexercised. A run of some of them, or with a failure, proves nothing.
 *
 * @throws {Error} naming the behaviours
 */
export function mochaGlobalTeardown(): void {
  const folder = process.env[folderVariable] ?? "";
  const witnesses = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Witness);
  rmSync(folder, { recursive: true });
  const files = new Set(witnesses.flatMap((witness) => witness.passed));
  if (!allTestFiles().every((file) => files.has(file))) return;
  const problem = describeUnexercised(allBehaviours, new Set(witnesses.flatMap(({ exercised }) => exercised)));
  if (problem !== undefined) throw new Error(problem);
}

function allTestFiles(): readonly string[] {
  return readdirSync(__dirname, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test.ts"))
    .map((path) => join(__dirname, path));
}

function rootOf({ test }: Context): Suite | undefined {
  let suite = test?.parent;
  while (suite?.parent !== undefined) suite = suite.parent;
  return suite;
}

function testsOf(suite: Suite | undefined): readonly Test[] {
  return suite === undefined ? [] : [...suite.tests, ...suite.suites.flatMap(testsOf)];
}

function byFile(tests: readonly Test[]): ReadonlyMap<string, readonly Test[]> {
  const files = new Map<string, Test[]>();
  for (const test of tests) files.set(test.file ?? "", [...(files.get(test.file ?? "") ?? []), test]);
  return files;
}
