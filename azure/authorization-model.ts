/** Ways in which a key vault authorizes requests: Azure RBAC, or access policies. */
export const authorizationModels = ["rbac", "accessPolicy"] as const;

/** The way in which a key vault authorizes requests. */
export type AuthorizationModel = (typeof authorizationModels)[number];
