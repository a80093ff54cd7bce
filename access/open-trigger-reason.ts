/** Name of the tag in which a workflow says why everyone who has its trigger's key may call it. */
export const openTriggerReasonTag = "open-trigger-reason";
