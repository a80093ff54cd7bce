import { createHash } from "node:crypto";
import { version } from "../../package.json";
import { markup, trusted, type Content } from "./markup";

/** By this the command knows a page that it may replace. */
export const generator = "logicapp-keyvault-secrets";

/** Parts of a page. */
export interface PageDocument {
  readonly title: string;
  /** Style sheets, in order. */
  readonly styles: readonly string[];
  readonly body: Content;
}

/**
 * Renders a page that loads nothing, runs nothing and sends nothing: its policy allows its own style sheet, by its hash.
 *
 * https://www.w3.org/TR/CSP3/#external-hash
 */
export function renderDocument({ title, styles, body }: PageDocument): string {
  const style = styles.join("\n");
  const hash = createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="generator" content="${generator} ${version}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
${body}
</body>
</html>
`.toString();
}
