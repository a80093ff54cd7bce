import type { Grant } from "./grant";

/** RFC 6749, section 4.4: the client's own credentials are all that is needed. */
export const clientCredentials: Grant = {
  credentials: () => ({}),
  formFields: () => [],
  isRepeatable: true,
};
