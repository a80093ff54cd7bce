import type { Linter } from "eslint";

declare const configuration: Linter.Config;
export default configuration;
