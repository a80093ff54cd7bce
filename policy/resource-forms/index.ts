export { placeSeparator, readForms } from "./read-forms";
export { findUnread } from "./unread-resources";
