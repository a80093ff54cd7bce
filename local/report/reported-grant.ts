/** What an identity may do in one place, and which of its actions need it. */
export interface ReportedGrant {
  /** Name of the Logic App whose identity holds it. Absent: another identity, such as an operator's. */
  readonly workflow?: string;
  /** Object ID of the identity. */
  readonly principalId: string;
  readonly by: "role assignment" | "access policy" | "connection";
  readonly place: {
    readonly kind: "secret" | "vault" | "subscription" | "topic" | "namespace" | "Logic App" | "resource";
    /** Such as `salesforce-token`, or `crm-updates/accounts` for a subscription of a topic. */
    readonly name: string;
  };
  /** Actions and data actions of a role, permissions of an access policy, or what a connection lets its holder do. */
  readonly permissions: readonly string[];
  /** Actions of the workflow's definition that use it. */
  readonly neededBy: readonly string[];
}
