import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findProvider, providers } from "../../../emulator/authorization-server";
import { publishedAnswers, type PublishedAnswer } from "../token-answers/token-answers";
import { serveProvider, tokenUrls, type ProviderName } from "./served-provider";

const names = Object.keys(tokenUrls) as ProviderName[];

/** The JSON types of an object's fields: `{ expires_in: "number" }`. */
function fieldTypes(body: string): Readonly<Record<string, string>> {
  const fields = Object.entries(JSON.parse(body) as Record<string, unknown>);
  return Object.fromEntries(fields.map(([name, value]) => [name, Array.isArray(value) ? "list" : typeof value]));
}

const successesOf = (provider: string, grant: string): readonly PublishedAnswer[] =>
  publishedAnswers.filter(
    (answer) => answer.kind === "successes" && answer.provider === provider && answer.grant === grant,
  );

/** Refusals of a provider; those with status 200 name the client in their id where it is the reason. */
const refusalsOf = (provider: string, what: "refresh token" | "client"): readonly PublishedAnswer[] =>
  publishedAnswers.filter(
    ({ kind, id, ...answer }) =>
      answer.provider === provider &&
      (kind === `refused-${what.replace(" ", "-")}s` ||
        (kind === "errors-with-status-200" && id.includes("client") === (what === "client"))),
  );

/** What a client can tell errors apart by: the status, the fields, and the code wherever it is. */
function describeRefusal(status: number, body: string): string {
  const { error, errors, status: code, message } = JSON.parse(body) as Readonly<Record<string, unknown>>;
  const [first] = (Array.isArray(errors) ? errors : []) as readonly { readonly errorType?: string }[];
  return `${status} ${String(error ?? first?.errorType ?? code ?? message)}`;
}

/** A refused request of each provider: with a refresh token, or with credentials, that it does not know. */
async function refusal(name: ProviderName, what: "refresh token" | "client"): Promise<string> {
  const { provider, network, server, request } = await serveProvider(
    name,
    what === "client" ? (findProvider(tokenUrls[name]).grantTypes.value[0] ?? "") : "refresh_token",
  );
  try {
    const token = provider.grantTypes.value.includes("refresh_token")
      ? await server.issueRefreshToken("the-client")
      : "";
    const changes = what === "client" ? { clientSecret: "wrong" } : { form: { refresh_token: `${token}x` } };
    const { status, body } = await request(changes);
    return describeRefusal(status, body);
  } finally {
    await network.close();
  }
}

describe("The emulated providers", () => {
  it("have a token URL each in these tests, which their host or path tells apart", () => {
    assert.deepEqual(
      names.map((name) => [name, findProvider(tokenUrls[name]).name]),
      names.map((name) => [name, name]),
    );
    assert.deepEqual(providers.map(({ name }) => name).sort(), [...names].sort());
  });

  for (const name of names) {
    for (const grant of findProvider(tokenUrls[name]).grantTypes.value) {
      const published = successesOf(name, grant);
      if (published.length === 0) continue;
      it(`${name} answers ${grant} with the fields and types of what was published`, async () => {
        const { network, server, request } = await serveProvider(name, grant);
        try {
          const form = grant === "refresh_token" ? { refresh_token: await server.issueRefreshToken("the-client") } : {};
          const { status, body } = await request({ form });
          assert.equal(status, 200, body);
          const served = fieldTypes(body);
          const shapes = published.map((answer) => fieldTypes(answer.body));
          const inEach = Object.keys(shapes[0] ?? {}).filter((field) => shapes.every((shape) => field in shape));
          assert.deepEqual(
            inEach.filter((field) => !(field in served) && field !== "id_token"),
            [],
            "fields that each published answer has",
          );
          for (const [field, type] of Object.entries(served)) {
            const types = new Set(shapes.flatMap((shape) => shape[field] ?? []));
            if (types.size > 0) assert.ok(types.has(type), `${field} is a ${type}, published as ${[...types].join()}`);
          }
        } finally {
          await network.close();
        }
      });
    }
  }

  for (const what of ["refresh token", "client"] as const) {
    for (const name of names) {
      const published = refusalsOf(name, what);
      if (published.length === 0) continue;
      it(`${name} refuses a ${what} with the status and code of what was published`, async () => {
        const codes = published.map(({ status, body }) => describeRefusal(status, body === "" ? "{}" : body));
        const seen = await refusal(name, what);
        assert.ok(codes.includes(seen), `${seen}, published as ${codes.join(", ")}`);
      });
    }
  }
});
