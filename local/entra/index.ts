export { createEntra } from "./entra";
export type { Entra } from "./entra";
export { loginHost, serveLogin } from "./login-endpoint";
