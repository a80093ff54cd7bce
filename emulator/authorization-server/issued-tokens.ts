import type { Clock } from "../clock";

interface Issued {
  readonly accessToken: string;
  readonly at: Date;
}

/** Tokens that a server has issued, with their times on the run's clock. */
export class IssuedTokensLog {
  readonly #issued = new Map<string, Date>();
  readonly #refreshTokens = new Map<string, Date>();
  readonly #current = new Map<string, Issued>();
  readonly #tokens = new Set<string>();
  readonly #instanceUrls = new Set<string>();

  constructor(
    private readonly clock: Pick<Clock, "now">,
    /** Of every access token. */
    readonly lifetimeSeconds: number,
  ) {}

  /** Notes an access token. @param holder who got it: a client, by a grant */
  addAccessToken(accessToken: string, holder: string): void {
    const at = this.clock.now();
    this.#issued.set(accessToken, at);
    this.#current.set(holder, { accessToken, at });
    this.addToken(accessToken);
  }

  /** Notes a refresh token, where it is not known yet. */
  addRefreshToken(refreshToken: string): void {
    if (!this.#refreshTokens.has(refreshToken)) this.#refreshTokens.set(refreshToken, this.clock.now());
    this.addToken(refreshToken);
  }

  /** Notes another token, such as an id token. */
  addToken(token: string): void {
    this.#tokens.add(token);
  }

  /** Notes an `instance_url` beside a token. */
  addInstanceUrl(instanceUrl: string): void {
    this.#instanceUrls.add(instanceUrl);
  }

  /** Every `instance_url` that was noted. */
  instanceUrls(): readonly string[] {
    return [...this.#instanceUrls];
  }

  /** Every token that was noted. */
  tokens(): readonly string[] {
    return [...this.#tokens];
  }

  /** The end of an access token; undefined for one that was not issued here, or was revoked. */
  endOf(accessToken: string): Date | undefined {
    const at = this.#issued.get(accessToken);
    return at === undefined ? undefined : new Date(at.getTime() + this.lifetimeSeconds * 1_000);
  }

  /** Ends the life of an access token now. */
  end(accessToken: string): void {
    this.#issued.delete(accessToken);
    for (const [holder, current] of this.#current) {
      if (current.accessToken === accessToken) this.#current.delete(holder);
    }
  }

  /** The last access token of a holder while it is valid. */
  current(holder: string): Issued | undefined {
    const current = this.#current.get(holder);
    const end = current === undefined ? undefined : this.endOf(current.accessToken);
    return end !== undefined && end > this.clock.now() ? current : undefined;
  }

  /** Milliseconds since a refresh token was issued. */
  ageOf(refreshToken: string): number {
    const at = this.#refreshTokens.get(refreshToken);
    return at === undefined ? 0 : this.clock.now().getTime() - at.getTime();
  }
}
