import { parser } from "sax";

/** An element of a picture, with its own text. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgElement[];
  readonly text: string;
}

interface OpenElement extends SvgElement {
  readonly children: OpenElement[];
  text: string;
}

/**
 * Parses a picture as XML, strictly.
 *
 * @throws {Error} at the first place that is no XML
 */
export function parseSvg(svg: string): SvgElement {
  const root: OpenElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const strict = parser(true);
  strict.onerror = (error) => {
    throw error;
  };
  strict.onopentag = ({ name, attributes }) => {
    const element: OpenElement = { name, attributes: attributes as Record<string, string>, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  strict.onclosetag = () => {
    open.pop();
  };
  strict.ontext = (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  strict.write(svg).close();
  const [first, ...others] = root.children;
  if (first === undefined || others.length > 0) throw new Error("A picture is one element.");
  return first;
}

/** Lists an element and all that is in it. */
export function everyElement(element: SvgElement): readonly SvgElement[] {
  return [element, ...element.children.flatMap(everyElement)];
}
