import type { Adapter, AdapterPayload } from "oidc-provider";
import type { Clock } from "../clock";

/** Records of an authorization server, by kind and ID. */
export type StoredRecords = Map<string, AdapterPayload>;

/** Keeps one kind of oidc-provider's records in memory; all kinds of one server share `records`. */
export class TokenStore implements Adapter {
  constructor(
    private readonly kind: string,
    private readonly records: StoredRecords,
    private readonly reuse: { readonly clock: Pick<Clock, "now">; readonly graceMilliseconds: number },
  ) {}

  upsert(id: string, payload: AdapterPayload): Promise<void> {
    this.records.set(this.key(id), payload);
    return Promise.resolve();
  }

  /** A consumed record counts as unused while it may be used once more. `consumed` is in milliseconds of the run's clock. */
  find(id: string): Promise<AdapterPayload | undefined> {
    const payload = this.records.get(this.key(id));
    if (typeof payload?.consumed !== "number") return Promise.resolve(payload);
    const { clock, graceMilliseconds } = this.reuse;
    const reusable = clock.now().getTime() < payload.consumed + graceMilliseconds;
    return Promise.resolve(reusable ? { ...payload, consumed: undefined } : payload);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findWhere((payload) => payload.uid === uid);
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.findWhere((payload) => payload.userCode === userCode);
  }

  consume(id: string): Promise<void> {
    const payload = this.records.get(this.key(id));
    // The first use counts: a second one within the grace does not prolong it.
    const known: unknown = payload?.consumed;
    const consumed = typeof known === "number" ? known : this.reuse.clock.now().getTime();
    if (payload !== undefined) this.records.set(this.key(id), { ...payload, consumed });
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    this.records.delete(this.key(id));
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, payload] of this.records) {
      if (payload.grantId === grantId && key.startsWith(this.key(""))) this.records.delete(key);
    }
    return Promise.resolve();
  }

  private key(id: string): string {
    return `${this.kind}:${id}`;
  }

  private findWhere(matches: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> {
    for (const [key, payload] of this.records) {
      if (key.startsWith(this.key("")) && matches(payload)) return Promise.resolve(payload);
    }
    return Promise.resolve(undefined);
  }
}
