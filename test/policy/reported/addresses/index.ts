export { azure, keyVaultDocs, logicAppsDocs } from "./azure-documents";
export { thread } from "./public-address";
export { playbooks, posts, threads } from "./reports";
export { graph, others, vendors } from "./vendor-documents";
