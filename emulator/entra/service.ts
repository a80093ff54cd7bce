import { createSecretKey, randomBytes, randomUUID } from "node:crypto";
import type { Algorithm } from "jsonwebtoken";
import { asObject } from "../../definition/json";
import type { Clock } from "../clock";
import { byDefault } from "../provenance";
import { behaviours } from "./behaviours";

/** Subject and audience of a token. */
interface TokenRequest {
  /** Object id of a managed identity, a service principal or a user. */
  readonly principalId: string;
  /** The resource's URI, such as `https://vault.azure.net`. */
  readonly audience: string;
}

/** Microsoft Entra ID's tokens for identities, of one tenant. */
export interface Entra {
  readonly tenantId: string;
  /** An access token (JWT), valid for an hour. */
  issueToken(request: TokenRequest): Promise<string>;
  /** Returns the subject of a valid token for exactly that audience; undefined for any other token. */
  verifyToken(token: string, audience: string): Promise<{ principalId: string } | undefined>;
}

// Entra ID signs with RS256; only this tenant reads these tokens, and a secret key makes and reads them faster.
const algorithm: Algorithm = "HS256";

/** Starts a tenant with a signing key of its own. Tokens live on the run's clock. */
export async function createEntra({ clock }: { readonly clock: Pick<Clock, "now"> }): Promise<Entra> {
  const { sign, verify, JsonWebTokenError } = (await import("jsonwebtoken")).default;
  // Of bytes alone, the package would ask first whether they are a public key, which takes far longer than the rest.
  const key = createSecretKey(randomBytes(32));
  const tenantId = randomUUID();
  const issuer = `https://sts.windows.net/${tenantId}/`;
  const nowInSeconds = (): number => Math.floor(clock.now().getTime() / 1000);
  return {
    tenantId,
    issueToken: ({ principalId: subject, audience }) => {
      const now = nowInSeconds();
      const claims = { oid: subject, tid: tenantId, ver: "1.0", iat: now, nbf: now };
      const expiresIn = byDefault(behaviours.tokenLifetimeSeconds);
      return Promise.resolve(
        sign(claims, key, { algorithm, issuer, subject, audience, expiresIn, jwtid: randomUUID() }),
      );
    },
    verifyToken: (token, audience) => {
      try {
        // A list, since an empty text would stand for any audience.
        const audiences: [string] = [audience];
        const expected = { algorithms: [algorithm], issuer, audience: audiences, clockTimestamp: nowInSeconds() };
        const { oid } = asObject(verify(token, key, expected));
        return Promise.resolve(typeof oid === "string" ? { principalId: oid } : undefined);
      } catch (error) {
        if (error instanceof JsonWebTokenError) return Promise.resolve(undefined);
        throw error;
      }
    },
  };
}
