import { createSecureContext, type SecureContext } from "node:tls";
import { generate } from "selfsigned";

const day = 24 * 60 * 60 * 1000;

/** Certificates of one authority that is made anew each time, for whatever host is asked for. */
export class Certificates {
  private readonly contexts = new Map<string, Promise<SecureContext>>();

  private constructor(
    /** PEM of the authority's certificate. */
    readonly authority: string,
    private readonly privateKey: string,
    private readonly publicKey: string,
  ) {}

  static async create(): Promise<Certificates> {
    const pems = await generate([{ name: "commonName", value: "logicapp-keyvault-secrets, on this machine" }], {
      keyType: "ec",
      algorithm: "sha256",
      notBeforeDate: new Date(Date.now() - day),
      extensions: [
        { name: "basicConstraints", cA: true, critical: true },
        { name: "keyUsage", keyCertSign: true, digitalSignature: true, critical: true },
      ],
    });
    return new Certificates(pems.cert, pems.private, pems.public);
  }

  /** What a server needs to prove that it is the host. */
  forHost(host: string): Promise<SecureContext> {
    const known = this.contexts.get(host);
    if (known !== undefined) return known;
    const made = this.issue(host);
    this.contexts.set(host, made);
    return made;
  }

  /** The authority's key pair serves every host: making one takes longer than all the rest. */
  private async issue(host: string): Promise<SecureContext> {
    const keyPair = { privateKey: this.privateKey, publicKey: this.publicKey };
    const { cert } = await generate([{ name: "commonName", value: host.slice(0, 64) }], {
      keyType: "ec",
      algorithm: "sha256",
      notBeforeDate: new Date(Date.now() - day),
      keyPair,
      ca: { key: this.privateKey, cert: this.authority },
      extensions: [
        { name: "basicConstraints", cA: false, critical: true },
        { name: "keyUsage", digitalSignature: true, critical: true },
        { name: "extKeyUsage", serverAuth: true },
        { name: "subjectAltName", altNames: [{ type: 2, value: host }] },
      ],
    });
    return createSecureContext({ key: this.privateKey, cert });
  }
}
