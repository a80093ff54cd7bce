export { createEntra } from "./entra";
export type { Entra } from "./entra";
