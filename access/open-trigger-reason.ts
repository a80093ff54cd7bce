/** Name of the tag that holds the reason why everyone with the trigger's key may call a workflow. */
export const openTriggerReasonTag = "open-trigger-reason";
