import { version } from "../../package.json";
import { markup, type Content, type Markup } from "./markup";

/** A part of a page, which its table of contents names. */
export interface Section {
  /** Anchor. */
  readonly id: string;
  readonly title: string;
  readonly content: Content;
  /** Places in the content that the table of contents names below it. @default none */
  readonly parts?: readonly Omit<Section, "content" | "parts">[];
}

/** What a page consists of. */
export interface Frame {
  readonly title: string;
  /** Stands below the title, and says how it went. */
  readonly verdict: Content;
  readonly sections: readonly Section[];
}

/** Renders the landmarks of a page: its heading with the verdict, the table of contents, and the sections. */
export function renderFrame({ title, verdict, sections }: Frame): Markup {
  return markup`<a class="skip" href="#content">Skip to the content</a>
<header><h1>${title}</h1>${verdict}</header>
<nav aria-label="Contents"><ul>${sections.map(renderEntry)}</ul></nav>
<main id="content">
${sections.map(renderSection)}
</main>
<footer><p>logicapp-keyvault-secrets ${version}. This page loads nothing and runs no script.</p></footer>`;
}

function renderEntry({ id, title, parts = [] }: Section): Markup {
  const below = parts.length > 0 && markup`<ul>${parts.map((part) => markup`<li>${renderLink(part)}</li>`)}</ul>`;
  return markup`<li>${renderLink({ id, title })}${below}</li>`;
}

function renderLink({ id, title }: Pick<Section, "id" | "title">): Markup {
  return markup`<a href="#${id}">${title}</a>`;
}

function renderSection({ id, title, content }: Section): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${title}</h2>
${content}</section>
`;
}
