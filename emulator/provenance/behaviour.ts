/**
 * How well a behaviour of Azure is known: from a document, observed in Microsoft's clients, their source or a recording,
 * from a public report, or inferred by us.
 */
export type Certainty = "documented" | "seen" | "reported" | "inferred";

/** Something that the emulator does because Azure does it: a refusal, a status, a default or a reading. */
export interface Behaviour {
  /** `{service}/{name}`, unique among all behaviours. */
  readonly id: string;
  /** One sentence about Azure, without a final period. */
  readonly behaviour: string;
  /** URL of the document, source or report. An inferred behaviour has the URL of what it is inferred from. */
  readonly source: string;
  readonly certainty: Certainty;
}

/** A behaviour as it is declared: its key in the table makes its ID. */
export type DeclaredBehaviour = Omit<Behaviour, "id">;

/** A behaviour that a document describes. */
export function documented(behaviour: string, source: string): DeclaredBehaviour {
  return { behaviour, source, certainty: "documented" };
}

/** A behaviour that nobody describes, with the URL of what it is inferred from. */
export function inferred(behaviour: string, source: string): DeclaredBehaviour {
  return { behaviour, source, certainty: "inferred" };
}

/** Declares the behaviours of a service: the key `secretNotFound` of `key-vault` has the ID `key-vault/secret-not-found`. */
export function declareBehaviours<const Declared extends Readonly<Record<string, DeclaredBehaviour>>>(
  service: string,
  declared: Declared,
): { readonly [Key in keyof Declared]: Declared[Key] & Behaviour } {
  const records = Object.entries(declared).map(([key, record]) => [key, { id: behaviourId(service, key), ...record }]);
  return Object.fromEntries(records) as { readonly [Key in keyof Declared]: Declared[Key] & Behaviour };
}

/** The ID of a behaviour: the service and the key in kebab case. */
export function behaviourId(service: string, key: string): string {
  return `${service}/${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
