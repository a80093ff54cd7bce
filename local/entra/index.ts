export { createEntra } from "./entra";
export type { Entra, TokenRequest } from "./entra";
