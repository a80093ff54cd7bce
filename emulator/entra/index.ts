export { createEntra } from "./service";
export type { Entra } from "./service";
export { loginHost, serveLogin } from "./endpoint";
