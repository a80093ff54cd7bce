import assert from "node:assert/strict";
import { ESLint, type Linter } from "eslint";
import { describe, it } from "mocha";
import { parser } from "typescript-eslint";
import { boundaries } from "../../structure/boundaries";

/** Lints a file that is not there, by the rule on boundaries alone. */
async function lint(filePath: string, code: string): Promise<readonly string[]> {
  const { default: rule } = await import("../../structure/lint-boundaries.mjs");
  const languageOptions = { parser: parser as Linter.Parser };
  const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [{ ...rule, languageOptions }] });
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ message }) => message);
}

describe("eslint", function () {
  this.timeout(30_000);

  it("rejects an import that the table forbids, in each of its forms", async () => {
    const message = "This import is not allowed here: structure/may-import.json says what each folder may import.";
    for (const code of [
      'import { createArm } from "../emulator/resource-manager";\nexport const arm = createArm;\n',
      'import type { Arm } from "../emulator/resource-manager";\nexport type Copy = Arm;\n',
      'export { createArm } from "../emulator/resource-manager";\n',
      'export const load = () => import("../emulator/resource-manager/index.js");\n',
    ]) {
      assert.deepEqual(await lint("definition/planted.ts", code), [message], code);
    }
  });

  it("accepts an import that the table allows", async () => {
    const code = 'import { asObject } from "../definition";\nexport const read = asObject;\n';
    assert.deepEqual(await lint("access/planted.ts", code), []);
    const program = 'import { Vault } from "./access";\nexport const vault = Vault;\n';
    assert.deepEqual(await lint("index.ts", program), []);
    assert.equal((await lint("index.ts", program.replace("access", "verify/verify-stack"))).length, 1);
    const local = 'import program from "../index";\nexport const run = program;\n';
    assert.deepEqual(await lint("local/planted.ts", local), []);
    assert.equal((await lint("access/planted.ts", local)).length, 1);
  });

  it("uses the rule on the whole project", async () => {
    const config = (await new ESLint().calculateConfigForFile("definition/index.ts")) as Linter.Config;
    const [severity] = config.rules?.["boundaries/dependencies"] as [number];
    assert.equal(severity, 2);
    assert.ok(boundaries.some(({ folder }) => folder === "definition"));
  });
});
