import type { Expression } from "../../definition/expressions";
import type { FoldedText, ParameterValues } from "../data-flow";
import { foldText, fillGaps } from "../data-flow";

/** Parts of an address that are known before the run. */
export type Address =
  | { readonly kind: "fixed"; readonly scheme: string; readonly host: string }
  /** Scheme known, host given at run time. */
  | { readonly kind: "open-host"; readonly scheme: string }
  /** Not even the scheme is known. */
  | { readonly kind: "open" }
  /** Known only after deployment, as the value of a parameter is; with the path behind it, `{}` for what is not known. */
  | { readonly kind: "unknown"; readonly scheme?: string; readonly path: string };

/** Reads the address of a request; undefined where there is none. */
export function readAddress(uri: unknown, parameters: ParameterValues): Address | undefined {
  if (typeof uri === "symbol") return { kind: "unknown", path: "" };
  if (typeof uri !== "string" || uri === "") return undefined;
  return ofPieces(foldText(uri, parameters));
}

function ofPieces(pieces: FoldedText): Address {
  const [first, second] = pieces;
  if (first === undefined) return { kind: "open" };
  if (typeof first !== "string")
    return isParameter(first) ? { kind: "unknown", path: behind(pieces, 1) } : { kind: "open" };
  const [, scheme, rest = ""] = /^\s*([a-z][a-z0-9+.-]*):\/\/([^]*)$/i.exec(first) ?? [];
  if (scheme === undefined) return { kind: "open" };
  // A host goes to the first of these; what an expression gives may hold one, so that what stands behind it tells nothing.
  const end = rest.search(/[/?#\\]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  if (end < 0 && typeof second === "object") {
    return isParameter(second)
      ? { kind: "unknown", scheme: scheme.toLowerCase(), path: behind(pieces, 2) }
      : { kind: "open-host", scheme: scheme.toLowerCase() };
  }
  const host = authority.replace(/^.*@/, "").replace(/:\d*$/, "").toLowerCase();
  return { kind: "fixed", scheme: scheme.toLowerCase(), host };
}

function isParameter(expression: Expression): boolean {
  return expression.kind === "call" && expression.name.toLowerCase() === "parameters";
}

function behind(pieces: FoldedText, from: number): string {
  const text = fillGaps(pieces.slice(from));
  const [path = ""] = /\/[^?#]*/.exec(text) ?? [];
  return path;
}
