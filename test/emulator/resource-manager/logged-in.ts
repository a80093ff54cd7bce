import { ClientSecretCredential } from "@azure/identity";
import { createAzure, type Azure } from "../../../emulator";
import { ControlledClock } from "../../../emulator/clock";
import { serveLogin } from "../../../emulator/entra";

/** Azure on one machine, and what Microsoft's own clients are made with: the deployer's credential, and the way there. */
export interface LoggedIn {
  readonly azure: Azure;
  readonly credential: ClientSecretCredential;
  readonly options: { readonly agent: Azure["network"]["agent"] };
  readonly clientSecret: string;
}

export async function loggedIn(): Promise<LoggedIn> {
  const azure = await createAzure({ clock: new ControlledClock(new Date(), { ticking: true }) });
  const { network, clock, entra, deployer } = azure;
  const clientSecret = "planted-deployer-secret";
  serveLogin({ network, clock, entra, applications: [{ ...deployer, clientSecret }] });
  const options = { agent: network.agent };
  const credential = new ClientSecretCredential(entra.tenantId, deployer.clientId, clientSecret, options);
  return { azure, credential, options, clientSecret };
}
