export type { PolicyReport } from "./policy-report";
export { renderMarkdown } from "./render-markdown";
export { renderText } from "./render-text";
export { toJunit } from "./to-junit";
export { toSarif } from "./to-sarif";
