import { createSecureContext, type SecureContext } from "node:tls";

const names = (commonName: string) => [{ name: "commonName", value: commonName }];

/** Certificates for host names, from one authority. */
export interface Certificates {
  /** The authority's certificate, PEM. */
  readonly authority: string;
  /** A key and certificate for a host. @param served other hosts and suffixes that it may be for too */
  forHost(host: string, served: readonly string[]): Promise<SecureContext>;
}

let shared: Promise<Certificates> | undefined;

/** The certificates of this process: making them takes longer than most of what is done with a network. */
export function sharedCertificates(): Promise<Certificates> {
  return (shared ??= createCertificates());
}

/** Makes an authority. Elliptic curves: an RSA key takes longer than all the rest of the start. */
export async function createCertificates(): Promise<Certificates> {
  // Imported here: it is slow to load, and much that imports the network opens none.
  const { generate } = await import("selfsigned");
  // The machine's clock, whatever clock the run is on: TLS reads that one.
  const notBeforeDate = new Date(Date.now() - 3600_000);
  const options = { keyType: "ec", algorithm: "sha256", notBeforeDate } as const;
  const authority = await generate(names("Azure emulator on this machine"), {
    ...options,
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, critical: true },
    ],
  });
  const issue = async (hosts: readonly string[]): Promise<SecureContext> => {
    const { private: key, cert } = await generate(names("Hosts on this machine"), {
      ...options,
      ca: { key: authority.private, cert: authority.cert },
      extensions: [
        { name: "basicConstraints", cA: false, critical: true },
        { name: "extKeyUsage", serverAuth: true },
        { name: "subjectAltName", altNames: hosts.map((value) => ({ type: 2, value })) },
      ],
    });
    return createSecureContext({ key, cert });
  };
  const issued = new Map<string, Promise<SecureContext>>();
  return {
    authority: authority.cert,
    forHost: (host, served) => {
      const known = issued.get(certificateName(host));
      if (known !== undefined) return known;
      // One for all that is served by now: making one takes longer than a request does.
      const hosts = [...new Set([host, ...served].map(certificateName))].filter((name) => !issued.has(name));
      const context = issue(hosts);
      for (const name of hosts) issued.set(name, context);
      return context;
    },
  };
}

/** The same for all hosts beside each other, `*.vault.azure.net` for every vault; never `*.com`. */
function certificateName(host: string): string {
  const [, ...parent] = host.toLowerCase().split(".");
  return parent.length > 1 ? `*.${parent.join(".")}` : host.toLowerCase();
}
