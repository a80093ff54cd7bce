import { randomUUID } from "node:crypto";
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

// Entra ID signs with RS256; only this tenant reads these tokens, and a secret key makes and reads them three times as fast.
const alg = "HS256";

/** Starts a tenant with a signing key of its own. Tokens live on the run's clock. */
export async function createEntra({ clock }: { readonly clock: Pick<Clock, "now"> }): Promise<Entra> {
  // Its parts: all of it takes a while to load.
  const [{ generateSecret }, { SignJWT }, { jwtVerify }, { JOSEError }] = await Promise.all([
    import("jose/key/generate/secret"),
    import("jose/jwt/sign"),
    import("jose/jwt/verify"),
    import("jose/errors"),
  ]);
  const key = await generateSecret(alg);
  const tenantId = randomUUID();
  const issuer = `https://sts.windows.net/${tenantId}/`;
  return {
    tenantId,
    issueToken: ({ principalId, audience }) => {
      const now = Math.floor(clock.now().getTime() / 1000);
      return new SignJWT({ oid: principalId, tid: tenantId, ver: "1.0" })
        .setProtectedHeader({ alg, typ: "JWT" })
        .setIssuer(issuer)
        .setSubject(principalId)
        .setAudience(audience)
        .setIssuedAt(now)
        .setNotBefore(now)
        .setExpirationTime(now + byDefault(behaviours.tokenLifetimeSeconds))
        .setJti(randomUUID())
        .sign(key);
    },
    verifyToken: async (token, audience) => {
      try {
        const expected = { algorithms: [alg], issuer, audience, currentDate: clock.now(), requiredClaims: ["exp"] };
        const { oid } = (await jwtVerify(token, key, expected)).payload;
        return typeof oid === "string" ? { principalId: oid } : undefined;
      } catch (error) {
        if (error instanceof JOSEError) return undefined;
        throw error;
      }
    },
  };
}
