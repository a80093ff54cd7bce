export { chapters } from "./chapters";
export type { Chapter } from "./chapters";
export { readExamples, readExampleStack } from "./read-examples";
export type { RuleExamples } from "./read-examples";
export { renderCatalogue } from "./render-catalogue";
