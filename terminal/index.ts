export { appearanceOn, hasColours } from "./appearance";
export type { Detail } from "./detail";
export { createPage, type Appearance, type Page } from "./page";
export { renderTable, type Cell } from "./table";
export { renderTree } from "./tree";
