/**
 * How well a behaviour of Azure is known: from a document, observed in Microsoft's or Pulumi's clients, their source or a recording,
 * from a public report, or inferred by us.
 */
export type Certainty = "documented" | "seen" | "reported" | "inferred";

/** Where a behaviour is known from, and how well. */
export interface Origin {
  /** URL of the document, source or report. An inferred behaviour has the URL of what it is inferred from. */
  readonly source: string;
  readonly certainty: Certainty;
  /** True where the source describes an answer without showing it in full. @default false */
  readonly reconstructed?: true;
}

/** Marks records that {@link declareBehaviours} made: an answer cannot be given from any other object. */
declare const declared: unique symbol;

/** Something that the emulator does because Azure does it: a refusal, a status, a default or a reading. */
export interface Behaviour extends Origin {
  readonly [declared]: true;
  /** `{service}/{name}`, unique among all behaviours. */
  readonly id: string;
  /** One sentence about Azure, without a final period. */
  readonly behaviour: string;
  /** True for what Azure may do and the emulator does not: it refuses it by name. @default false */
  readonly notEmulated?: true;
  /** True where the source gives no status and code for the refusal or failure, and the emulator's are ours. @default false */
  readonly assumedCode?: true;
}

/** A behaviour as it is declared: its key in the table makes its ID. */
export type DeclaredBehaviour = Omit<Behaviour, "id" | typeof declared>;

/** A behaviour that a document describes. */
export function documented(behaviour: string, source: string): DeclaredBehaviour {
  return { behaviour, source, certainty: "documented" };
}

/** A behaviour observed in Microsoft's or Pulumi's clients or recordings, or read in their source. */
export function seen(behaviour: string, source: string): DeclaredBehaviour {
  return { behaviour, source, certainty: "seen" };
}

/** A behaviour that a public report describes. */
export function reported(behaviour: string, source: string): DeclaredBehaviour {
  return { behaviour, source, certainty: "reported" };
}

/** A behaviour that nobody describes, with the URL of what it is inferred from. */
export function inferred(behaviour: string, source: string): DeclaredBehaviour {
  return { behaviour, source, certainty: "inferred" };
}

/** Something that Azure has, by its documents, and that the emulator refuses by name. */
export function notEmulated(behaviour: string, source: string): DeclaredBehaviour {
  return { behaviour, source, certainty: "documented", notEmulated: true };
}

/** Declares the behaviours of a service: the key `secretNotFound` of `key-vault` has the ID `key-vault/secret-not-found`. */
export function declareBehaviours<const Declared extends Readonly<Record<string, DeclaredBehaviour>>>(
  service: string,
  table: Declared,
): { readonly [Key in keyof Declared]: Declared[Key] & Behaviour } {
  const records = Object.entries(table).map(([key, record]) => [key, behaviourOf(behaviourId(service, key), record)]);
  return Object.fromEntries(records) as { readonly [Key in keyof Declared]: Declared[Key] & Behaviour };
}

/** Makes the record of a behaviour. Only the tables of behaviours and of readings do. */
export function behaviourOf(id: string, record: DeclaredBehaviour): Behaviour {
  return { id, ...record } as Behaviour;
}

/** The ID of a behaviour: the service and the key in kebab case. */
export function behaviourId(service: string, key: string): string {
  return `${service}/${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
