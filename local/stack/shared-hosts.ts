import type { RequestListener } from "node:http";
import type { Network } from "../../emulator/network";

/** Hosts on which several token URLs are served, each by a server of its own: tenants of one provider, for instance. */
export class SharedHosts {
  private readonly listeners = new Map<string, Map<string, RequestListener>>();

  constructor(private readonly network: Pick<Network, "serve">) {}

  /** A network for the server of one URL: what it serves is reached under the URL's path and query only. */
  at(tokenUrl: string): Pick<Network, "serve"> {
    const { host } = new URL(tokenUrl);
    const path = pathAndQuery(tokenUrl);
    return {
      serve: (_, listener) => {
        const known = this.listeners.get(host);
        if (known !== undefined) {
          known.set(path, listener);
          return;
        }
        const paths = new Map([[path, listener]]);
        this.listeners.set(host, paths);
        this.network.serve(host, (request, response) => {
          const found = paths.get(pathAndQuery(request.url ?? "/", tokenUrl));
          if (found === undefined) response.writeHead(404).end();
          else found(request, response);
        });
      },
    };
  }
}

function pathAndQuery(url: string, base?: string): string {
  const { pathname, search } = new URL(url, base);
  return `${pathname}${search}`;
}
