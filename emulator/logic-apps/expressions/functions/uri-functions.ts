import type { Arguments } from "./arguments";
import type { FunctionGroup } from "./workflow-function";

const defaultPorts: Readonly<Record<string, number>> = {
  "http:": 80,
  "https:": 443,
  "ftp:": 21,
  "ws:": 80,
  "wss:": 443,
};

export const uriFunctions: FunctionGroup = {
  uriHost: { takes: [1, 1], call: (given) => uri(given).hostname },
  uriPath: { takes: [1, 1], call: (given) => uri(given).pathname },
  uriPathAndQuery: { takes: [1, 1], call: (given) => uri(given).pathname + uri(given).search },
  uriPort: {
    takes: [1, 1],
    call(given) {
      const { port, protocol } = uri(given);
      const number = port === "" ? defaultPorts[protocol] : Number(port);
      if (number === undefined) throw given.failure("its URI has no port, and its scheme no default one");
      return number;
    },
  },
  uriQuery: { takes: [1, 1], call: (given) => uri(given).search },
  uriScheme: { takes: [1, 1], call: (given) => uri(given).protocol.slice(0, -1) },
};

function uri(given: Arguments): URL {
  const text = given.text(0);
  if (!URL.canParse(text)) throw given.failure("argument 1 is not an absolute URI");
  return new URL(text);
}
