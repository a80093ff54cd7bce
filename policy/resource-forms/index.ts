export { placeSeparator, readForms } from "./read-forms";
export { readTemplateResources } from "./template-resources";
export type { UndecidedPlace } from "./template-resources";
export { findUnread } from "./unread-resources";
