export { appearanceOn, hasColours } from "./appearance";
export { createPage, type Appearance, type Page } from "./page";
export { renderTable, type Cell } from "./table";
