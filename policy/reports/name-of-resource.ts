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

/** @param urn absent: the stack */
export function nameOfResource(urn: string | undefined, { sources }: PolicyReport): NamedResource {
  if (urn === undefined) return { name: "the stack", type: "", source: "" };
  const position = sources.get(urn);
  const [, , types = "", ...names] = urn.split("::");
  return {
    name: names.join("::") || urn,
    type: (types.split("$").at(-1) ?? "").replace(/^azure-native(?:_[^:]*)?:/, ""),
    source: position === undefined ? "" : `${position.file}:${position.line}`,
  };
}
