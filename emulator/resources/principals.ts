/** Kinds of principals that a role can be assigned to. */
export type PrincipalType = "User" | "Group" | "ServicePrincipal";

/** The principals of a tenant, by their object ids. */
export class Principals {
  readonly #types = new Map<string, PrincipalType>();

  add(principalId: string, type: PrincipalType = "ServicePrincipal"): void {
    this.#types.set(principalId.toLowerCase(), type);
  }

  delete(principalId: string): void {
    this.#types.delete(principalId.toLowerCase());
  }

  /** Returns the type of a principal; undefined for an unknown ID. */
  typeOf(principalId: string): PrincipalType | undefined {
    return this.#types.get(principalId.toLowerCase());
  }
}
