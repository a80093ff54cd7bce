import type { Finding } from "../rule/rule";
import type { PolicyReport } from "./policy-report";

/** A resource as its reader knows it. */
export interface NamedResource {
  /** Logical name; "the stack" where a finding is on all of it. */
  readonly name: string;
  /** Without the provider that all share: `keyvault:Vault`. Empty for the stack. */
  readonly type: string;
  /** `index.ts:12`; empty where nobody knows. */
  readonly source: string;
}

/** The resource of a finding; the stack where it has none. */
export function nameOfResource(
  { urn, source }: { readonly urn?: string | undefined; readonly source?: Finding["source"] | undefined },
  { sources }: PolicyReport,
): NamedResource {
  const position = source ?? (urn === undefined ? undefined : sources.get(urn));
  const place = position === undefined ? "" : `${position.file}:${position.line}`;
  if (urn === undefined) return { name: "the stack", type: "", source: place };
  const [, , types = "", ...names] = urn.split("::");
  return {
    name: names.join("::") || urn,
    type: (types.split("$").at(-1) ?? "").replace(/^azure-native(?:_[^:]*)?:/, ""),
    source: place,
  };
}
