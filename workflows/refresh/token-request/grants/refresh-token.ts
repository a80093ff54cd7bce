import { encodedCredential } from "../encoded-credential";
import type { Grant } from "./grant";

const readBy = "Get_refresh_token";

/** RFC 6749, section 6: a refresh token, which the server may rotate. */
export const refreshToken: Grant = {
  credentials: ({ refreshTokenSecretName: name }) => (name === undefined ? {} : { [readBy]: name }),
  formFields: () => [`refresh_token=@{${encodedCredential(readBy)}}`],
  // A request that timed out may have rotated the refresh token, and reusing an old one revokes all of them.
  isRepeatable: false,
  rotates: { readBy, secretName: ({ refreshTokenSecretName }) => refreshTokenSecretName },
};
