/** An operation of a principal on the messages of an entity. */
export interface MessageAccess {
  readonly principalId: string;
  /** ID of the topic or subscription in Azure Resource Manager. */
  readonly entityId: string;
  /** Data action under Azure RBAC, in full. */
  readonly dataAction: string;
}

/** Decides whether a principal may perform an operation on messages. */
export type AuthorizeMessages = (access: MessageAccess) => boolean;
