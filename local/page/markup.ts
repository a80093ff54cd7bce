import { escapeMarkup } from "../../definition/escape-markup";

/** HTML in which every text is escaped: only {@link markup} and {@link trusted} make it. */
export class Markup {
  /** Keeps other objects with a text from passing for markup. */
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** Content of a template: a text is escaped, a list is joined, and `undefined` and `false` leave nothing. */
export type Content = Markup | string | number | undefined | false | readonly Content[];

/** Makes HTML of a template: `` markup`<p>${name}</p>` ``. Values of attributes must stand in double quotes. */
export function markup(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(strings.map((text, index) => text + textOf(values[index])).join(""));
}

/** Takes a text for HTML. For our own only, in which every text from elsewhere is escaped. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

/** Joins contents, with another between each two. */
export function joined(contents: readonly Content[], separator: Content): Content {
  return contents.flatMap((content, index) => (index === 0 ? [content] : [separator, content]));
}

/** A text that may be broken into lines after each separator. */
export function breakable(text: string, separator: string): Content {
  return joined(text.split(separator), markup`${separator}<wbr>`);
}

function textOf(content: Content): string {
  if (content === undefined || content === false) return "";
  if (typeof content === "number") return String(content);
  if (typeof content === "string") return escapeText(content);
  return content instanceof Markup ? content.toString() : content.map(textOf).join("");
}

/** Escapes a text for elements and quoted attributes; control characters, which HTML forbids, become U+FFFD. */
function escapeText(text: string): string {
  return escapeMarkup(text).replaceAll(/[^\P{Cc}\t\n\r]/gu, "\uFFFD");
}
