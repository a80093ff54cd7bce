export { createEntra } from "./entra";
export type { Entra } from "./entra";
export { loginHost, serveLogin, type Application } from "./login-endpoint";
