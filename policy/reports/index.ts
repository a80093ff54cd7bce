export { passes, type Comparison, type PolicyReport, type ReportSubject } from "./policy-report";
export { fingerprints } from "./fingerprints";
export { renderMarkdown } from "./render-markdown";
export { renderText } from "./render-text";
export { toJson, type JsonReport } from "./to-json";
export { toJunit } from "./to-junit";
export { toSarif } from "./to-sarif";
