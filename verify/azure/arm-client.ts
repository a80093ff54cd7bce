import type { Cloud } from "../../azure";
import type { JsonObject } from "../../definition/json";

/** Azure Resource Manager, as far as the checks ask it. Paths begin at `/subscriptions/`. */
export interface ArmClient {
  /** @throws {ResourceManagerError} for any status but 200 */
  get(path: string, apiVersion: string, query?: Readonly<Record<string, string>>): Promise<JsonObject>;
  /** Everything in a list, page by page. @throws {ResourceManagerError} for any status but 200 */
  list(path: string, apiVersion: string, query?: Readonly<Record<string, string>>): Promise<readonly JsonObject[]>;
  /** @returns headers, names in lower case @throws {ResourceManagerError} for any status but a 2xx */
  post(path: string, apiVersion: string): Promise<Readonly<Record<string, string>>>;
  /** The time by Azure's clock, at its latest answer: ages and expiry dates are of that clock, not of this machine's. */
  now(): Date;
}

/** A refusal of Azure Resource Manager. */
export class ResourceManagerError extends Error {
  override readonly name = "ResourceManagerError";

  constructor(
    readonly request: string,
    readonly status: number,
    readonly code: string,
    /** Azure's own message. */
    readonly reason: string,
  ) {
    super(`${request}: ${status} ${code}`);
  }
}

/** The login to Azure is missing or not accepted. */
export class NotLoggedInError extends Error {
  override readonly name = "NotLoggedInError";

  constructor(reason: string, { name, cliName }: Cloud) {
    super(
      `There is no usable login to Azure: ${reason}\n` +
        `Log in with '${name === "public" ? "" : `az cloud set --name ${cliName} && `}az login', or in a pipeline by OpenID Connect (docs/pipelines.md), and run this again.`,
    );
  }
}

/** Azure did not answer: no network, a proxy, or a certificate that is not trusted. */
export class AzureUnreachableError extends Error {
  override readonly name = "AzureUnreachableError";

  constructor(host: string, code: string) {
    super(
      `${host} cannot be reached: ${code}\n` +
        "Check the network, HTTPS_PROXY, and, where a proxy has certificates of its own, NODE_EXTRA_CA_CERTS. Where they " +
        "are those of 'npm start -- --serve', it has ended: start it again.",
    );
  }
}
