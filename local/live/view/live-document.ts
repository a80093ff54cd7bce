import { markup, trusted } from "../../page/markup";
import { colours } from "../../page/styles/colours";
import { content } from "../../page/styles/content";
import { frame } from "../../page/styles/frame";
import { timelineStyles } from "../../page/timeline/timeline-styles";
import type { InlineCode } from "../server/security-headers";
import { liveStyles } from "./live-styles";

/** IDs of the elements whose children are sent as updates. */
export type ContainerId = "workflows" | "fault-choices" | "faults" | "runs";

/** The live page without what is shown in it, which needs the token. */
export interface LiveDocument {
  readonly html: string;
  readonly code: InlineCode;
}

/** Renders the live page. @param script JavaScript, which must not contain `</script` */
export function renderLiveDocument(script: string): LiveDocument {
  const style = [colours, frame, content, timelineStyles, liveStyles].join("\n");
  const html = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Live: logicapp-keyvault-secrets</title>
<style>${trusted(style)}</style>
</head>
<body class="live">
<header>
<h1>Live: logicapp-keyvault-secrets on the emulator</h1>
<p id="connection" class="connection" role="status">Connecting</p>
<p id="problem" role="alert"></p>
<p id="announcements" class="spoken" role="status"></p>
<noscript><p>This page needs JavaScript: its own, which the server sent with it.</p></noscript>
</header>
<main id="content">
<section aria-labelledby="workflows-heading">
<h2 id="workflows-heading" tabindex="-1">Logic Apps</h2>
<p class="quiet">Times are those of the emulator's clock: the proofs moved it on.</p>
<ul id="workflows"></ul>
</section>
<section aria-labelledby="faults-heading">
<h2 id="faults-heading" tabindex="-1">Faults</h2>
<div id="fault-choices"></div>
<ul id="faults" aria-label="Faults in effect"></ul>
</section>
<section aria-labelledby="runs-heading">
<h2 id="runs-heading" tabindex="-1">Runs</h2>
<div id="runs"></div>
</section>
</main>
<script>${trusted(script)}</script>
</body>
</html>
`;
  return { html: html.toString(), code: { script, style } };
}
