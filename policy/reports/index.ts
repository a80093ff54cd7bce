export type { PolicyReport, SourcePosition } from "./policy-report";
export { countLevel } from "./policy-report";
export { renderMarkdown } from "./render-markdown";
export { renderText } from "./render-text";
export { toJunit } from "./to-junit";
export { toSarif } from "./to-sarif";
