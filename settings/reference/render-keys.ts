import * as z from "zod";
import { unwrap } from "../fields/unwrap-schema";
import { referenceRows } from "./reference-rows";

/** Longest line of a comment in the file that is written. */
const lineLength = 116;

/**
 * Renders the type of an object of settings as a TypeScript interface with its documentation, which editors show. Derived
 * types would have none, and would make the users of the npm package install zod.
 *
 * @param source file of the schemas, beside the one that is written
 * @param description of the interface, one line
 */
export function renderKeys(
  name: string,
  { source, description, fields }: { source: string; description: string; fields: Readonly<Record<string, z.ZodType>> },
): string {
  const rows = referenceRows(fields).map(({ key, description: about, defaultShown }) => {
    const hasDefault = defaultShown !== undefined && defaultShown !== "–" && !defaultShown.includes("**required**");
    const text = hasDefault ? [about, `@default ${defaultShown}`] : [about];
    const isOptional = defaultShown !== undefined;
    const type = typeOf(fields[key] ?? z.never());
    return [
      ...comment(text).map((line) => `  ${line}`),
      `  readonly ${key}${isOptional ? "?" : ""}: ${type}${isOptional ? " | undefined" : ""};`,
    ].join("\n");
  });
  return `// Written by \`npm run settings\` from ${source}; edit that.

/** ${description} */
// prettier-ignore
export interface ${name} {
${rows.join("\n")}
}
`;
}

function typeOf(given: z.core.$ZodType): string {
  const schema = unwrap(given);
  if (schema instanceof z.ZodEnum) return schema.options.map((option) => JSON.stringify(option)).join(" | ");
  if (schema instanceof z.ZodBoolean) return "boolean";
  if (schema instanceof z.ZodNumber) return "number";
  if (schema instanceof z.ZodArray) return `readonly ${typeOf(schema.element)}[]`;
  if (schema instanceof z.ZodRecord) return "Readonly<Record<string, string>>";
  if (schema instanceof z.ZodString) return "string";
  if (!(schema instanceof z.ZodObject)) throw new Error("A setting has a schema that no type is known for.");
  const keys = Object.entries<z.core.$ZodType>(schema.shape);
  return `{ ${keys.map(([key, inner]) => `readonly ${key}: ${typeOf(inner)}`).join("; ")} }`;
}

/** Lines of a documentation comment. */
function comment(paragraphs: readonly string[]): readonly string[] {
  const lines = paragraphs.flatMap(wrap);
  const [first = ""] = lines;
  return lines.length === 1 ? [`/** ${first} */`] : ["/**", ...lines.map((line) => ` * ${line}`), " */"];
}

function wrap(text: string): readonly string[] {
  return text.split(" ").reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    return last !== undefined && `${last} ${word}`.length <= lineLength
      ? [...lines.slice(0, -1), `${last} ${word}`]
      : [...lines, word];
  }, []);
}
