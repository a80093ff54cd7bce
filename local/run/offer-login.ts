import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { serveLogin } from "../../emulator/entra";
import { openProxy } from "../../emulator/network";
import type { LocalStack } from "../stack/local-stack";
import { shellQuote } from "./shell-quote";

/** A login to the emulator for Azure's own clients in other processes. */
export interface LoginOffer {
  /** A file for a shell to read, and its lines: they set what the clients read. */
  readonly file: string;
  readonly environment: readonly string[];
  /** Takes it back. */
  close(): Promise<void>;
}

/** Where the files are that a served stack is reached with. */
export interface ServedFiles {
  readonly directory: string;
  readonly certificateAuthority: string;
}

/**
 * Lets Azure's own clients, in other processes, log in to the emulator as the deployer: a proxy to its hosts, and Entra
 * ID's token endpoint. The deployer's secret goes to a file that only this user can read.
 */
export async function offerLogin({ azure }: LocalStack, files: ServedFiles): Promise<LoginOffer> {
  const { cloud, network, clock, entra, deployer } = azure;
  const clientSecret = randomUUID();
  const clientSecretFile = join(files.directory, "deployer-secret");
  await writeFile(clientSecretFile, clientSecret, { mode: 0o600 });
  serveLogin({ cloud, network, clock, entra, applications: [{ ...deployer, clientSecret }] });
  const proxy = await openProxy(network);
  const login = {
    CLIENT_ID: deployer.clientId,
    CLIENT_SECRET: `"$(cat ${shellQuote(clientSecretFile)})"`,
    TENANT_ID: entra.tenantId,
    SUBSCRIPTION_ID: azure.arm.subscriptionId,
  };
  const variables = {
    HTTPS_PROXY: proxy.url,
    NO_PROXY: "",
    // Node reads the first, Go (azure-native) the second, curl and Python (az) the others.
    NODE_EXTRA_CA_CERTS: shellQuote(files.certificateAuthority),
    SSL_CERT_FILE: shellQuote(files.certificateAuthority),
    CURL_CA_BUNDLE: shellQuote(files.certificateAuthority),
    REQUESTS_CA_BUNDLE: shellQuote(files.certificateAuthority),
    ...withPrefix("AZURE", login),
    ...withPrefix("ARM", login),
    // Without them, Microsoft's clients and azure-native turn to the public cloud.
    ...(cloud.name === "public"
      ? {}
      : { AZURE_AUTHORITY_HOST: `https://${cloud.loginHost}`, ARM_ENVIRONMENT: cloud.name }),
  };
  const environment = Object.entries(variables).map(([name, value]) => `export ${name}=${value}`);
  const file = join(files.directory, "environment.sh");
  await writeFile(file, `${environment.join("\n")}\n`);
  return {
    file,
    environment,
    close: () => proxy.close(),
  };
}

function withPrefix(prefix: string, values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}_${name}`, value]));
}
