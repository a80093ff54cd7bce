export { createEntra } from "./service";
export type { Entra } from "./service";
export { serveLogin } from "./endpoint";
