import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { componentFolder, startComponentProvider } from "./component-provider";

// Writes component/schema.json, as Pulumi infers it.
void startComponentProvider().then(async ({ schema, close }) => {
  writeFileSync(join(componentFolder, "schema.json"), `${JSON.stringify(await schema(), null, 2)}\n`);
  await close();
});
