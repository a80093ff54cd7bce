import type { Grant } from "./grant";

/** Zoom's grant for server-to-server apps: https://developers.zoom.us/docs/internal-apps/s2s-oauth/ */
export const accountCredentials: Grant = {
  credentials: () => ({}),
  formFields: ({ accountId = "" }) => [`account_id=${encodeURIComponent(accountId)}`],
  isRepeatable: true,
};
