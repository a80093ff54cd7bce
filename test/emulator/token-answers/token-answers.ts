import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

/** Values that stand for the secrets of the published answers. */
export const inventedTokens = {
  accessToken: "invented-access-token",
  refreshToken: "invented-refresh-token",
  idToken: "invented-id-token",
} as const;

const tokenAnswer = z.strictObject({
  /** Unique, in kebab case, the provider first where it has one. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** The provider or software; where the emulator has it, by the name that it has there. */
  provider: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** `grant_type` of the request. */
  grant: z.enum(["client_credentials", "refresh_token", "account_credentials"]),
  status: z.int().min(200).max(599),
  /** Names in lower case. Empty where the answer has no content type. */
  headers: z.strictObject({ "content-type": z.string().optional() }),
  body: z.string(),
  /** URL of the document or report. */
  source: z.url({ protocol: /^https$/ }),
  /**
   * `literal`: the source shows this body, apart from secrets, and from the status or content type where it leaves them
   * out. `reconstructed`: the source describes it.
   */
  certainty: z.enum(["literal", "reconstructed"]),
  /** What is odd about it, in a few words. */
  shows: z.string().min(5),
});

/** An answer of a token endpoint that a document or a public report shows. */
export type PublishedAnswer = z.infer<typeof tokenAnswer> & {
  /** Name of its file: what the answer is an example of. */
  readonly kind: string;
};

/** Every published answer, by file and in the order of the file. */
export const publishedAnswers: readonly PublishedAnswer[] = readdirSync(__dirname)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .flatMap((name) =>
    z
      .array(tokenAnswer)
      .parse(JSON.parse(readFileSync(join(__dirname, name), "utf8")))
      .map((answer) => ({ kind: name.replace(/\.json$/, ""), ...answer })),
  );
