import { grantTypes } from "../values/grants";
import type { Provider } from "./provider";

/** Any other OAuth 2.0 server: the program's own defaults. */
export const generic: Provider = {
  title: "Any other OAuth 2.0 server",
  grantTypes,
  hosts: [],
  pathOnOtherHosts: "",
  tokenUrlForm: "https://{host}/{path}",
  defaults: {},
  lifetime: "`assumedLifetimeMinutes` where the answer has no `expires_in`",
  rotation: "a new one in an answer is stored",
  tried: ["client_credentials", "refresh_token"],
  sources: ["https://www.rfc-editor.org/rfc/rfc6749"],
};
