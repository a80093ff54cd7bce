import boundaries from "eslint-plugin-boundaries";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const table = JSON.parse(readFileSync(new globalThis.URL("may-import.json", import.meta.url), "utf8"));
const everything = table.map(({ folder }) => folder);
const rows = [
  ...table,
  { folder: "test", mayImport: [...everything, "docs"] },
  { folder: "docs", mayImport: everything },
];
const isFile = (name) => name.endsWith(".ts");
const matching = (names) => [
  { element: { types: { anyOf: names.filter((name) => !isFile(name)) } } },
  { file: { categories: { anyOf: names.filter(isFile) } } },
];

/** Lint configuration that rejects an import which structure/may-import.json does not allow. */
export default {
  files: ["**/*.ts"],
  plugins: { boundaries },
  settings: {
    "import/resolver": { typescript: {} },
    "boundaries/root-path": fileURLToPath(new globalThis.URL("..", import.meta.url)),
    "boundaries/elements": rows
      .filter(({ folder }) => !isFile(folder))
      .map(({ folder }) => ({ type: folder, pattern: `${folder}/**`, partialMatch: false })),
    "boundaries/files": rows
      .filter(({ folder }) => isFile(folder))
      .map(({ folder }) => ({ category: folder, pattern: folder, partialMatch: false })),
    "boundaries/dependency-nodes": ["import", "export", "require", "dynamic-import"],
  },
  rules: {
    "boundaries/dependencies": [
      "error",
      {
        default: "disallow",
        message: "This import is not allowed here: structure/may-import.json says what each folder may import.",
        policies: rows.map(({ folder, mayImport }) => ({
          from: matching([folder]).at(isFile(folder) ? 1 : 0),
          allow: { to: matching([folder, ...mayImport]) },
        })),
      },
    ],
  },
};
