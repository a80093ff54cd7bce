import type { Adapter, AdapterPayload } from "oidc-provider";

/** Records of an authorization server, by kind and ID. */
export type StoredRecords = Map<string, AdapterPayload>;

/** Keeps one kind of oidc-provider's records in memory; all kinds of one server share `records`. */
export class TokenStore implements Adapter {
  constructor(
    private readonly kind: string,
    private readonly records: StoredRecords,
  ) {}

  upsert(id: string, payload: AdapterPayload): Promise<void> {
    this.records.set(this.key(id), payload);
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.records.get(this.key(id)));
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findWhere((payload) => payload.uid === uid);
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.findWhere((payload) => payload.userCode === userCode);
  }

  consume(id: string): Promise<void> {
    const payload = this.records.get(this.key(id));
    if (payload !== undefined) this.records.set(this.key(id), { ...payload, consumed: Math.floor(Date.now() / 1000) });
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
