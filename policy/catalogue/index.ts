export { chapters } from "./chapters";
export { readExamples, readExampleStack } from "./read-examples";
export { renderCatalogue } from "./render-catalogue";
