/** The service principals of a tenant. */
export class Principals {
  readonly #ids = new Set<string>();

  add(principalId: string): void {
    this.#ids.add(principalId.toLowerCase());
  }

  delete(principalId: string): void {
    this.#ids.delete(principalId.toLowerCase());
  }

  has(principalId: string): boolean {
    return this.#ids.has(principalId.toLowerCase());
  }
}
