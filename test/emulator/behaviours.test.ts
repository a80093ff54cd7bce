import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { providers } from "../../emulator/authorization-server";
import { allBehaviours, serviceBehaviours } from "../../emulator/behaviours";

const emulator = join(__dirname, "..", "..", "emulator");
const files = readdirSync(emulator, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
const sourceOf = (path: string): string => readFileSync(join(emulator, path), "utf8");

describe("The behaviours of the emulator", () => {
  it("have each an ID of its own, one sentence without a final period, and a source on the web", () => {
    const ids = allBehaviours.map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
    for (const { id, behaviour, source } of allBehaviours) {
      assert.match(id, /^[a-z-]+\/[\w/-]+$/);
      assert.match(behaviour, /^.{12,}[^.]$/, id);
      assert.match(source, /^https:\/\/[\w.-]+\/\S+$/, id);
    }
  });

  it("come from every table that a service declares", () => {
    const listed = sourceOf("behaviours.ts");
    const tables = files.filter((path) => /declareBehaviours\(\s*"/.test(sourceOf(path)));
    assert.ok(tables.length > 15);
    assert.deepEqual(
      tables.filter((path) => !listed.includes(`"./${path.replaceAll("\\", "/").replace(/\.ts$/, "")}"`)),
      [],
    );
  });

  it("of each provider's token endpoint are listed", () => {
    for (const { name, behaviours } of providers) {
      assert.ok(behaviours.length >= 5, name);
      assert.deepEqual(
        behaviours.filter((record) => !allBehaviours.includes(record)),
        [],
      );
    }
  });

  it("are inferred in one case of ten at most", () => {
    const inferred = serviceBehaviours.filter(({ certainty }) => certainty === "inferred");
    assert.ok(inferred.length <= serviceBehaviours.length / 10, inferred.map(({ id }) => id).join(", "));
  });

  it("have an assumed code only where something is refused or fails", () => {
    for (const record of serviceBehaviours.filter(({ assumedCode }) => assumedCode === true)) {
      assert.ok("code" in record, record.id);
    }
  });
});

/**
 * Answers that are given without a record. The compiler rejects most of them: an error of a service takes a record, and
 * an endpoint returns a `ServiceAnswer`.
 */
describe("The services of the emulator", () => {
  const exempt = new Map([
    ["network/service-answer.ts", "makes answers from records"],
    ["network/http-messages.ts", "declares the answer, for clients and for scripted servers"],
    ["network/answer-with.ts", "reports a bug of the emulator, which is no behaviour of Azure"],
    ["network/send-request.ts", "reads the answers of servers"],
  ]);
  const isExempt = (path: string): boolean =>
    [...exempt.keys()].some((each) => path.replaceAll("\\", "/").startsWith(each));
  const services = files.filter((path) => !isExempt(path));

  for (const [what, pattern] of [
    ["a status", /\bstatus: ?\d{3}\b|\bstatusCode = ?\d|\bjson\(\s*\d{3}/],
    ["an error's code in its place", /\berror: \{\s*code: "/],
  ] as const) {
    it(`write down ${what} in records only`, () => {
      assert.deepEqual(
        services.filter((path) => pattern.test(sourceOf(path))),
        [],
      );
    });
  }

  for (const [what, pattern, places] of [
    [
      "a cast to an answer or a record",
      /as (?:unknown as )?(?:ServiceAnswer|ActionFailure|Behaviour|Refusal)\b/,
      ["logic-apps/errors.ts", "provenance/behaviour.ts"],
    ],
    [
      "an answer in oidc-provider's context",
      /context\.(?:body|status) = /,
      // The second one gives oidc-provider's errors to the first one.
      ["authorization-server/provider-configuration.ts", "authorization-server/write-answer.ts"],
    ],
  ] as const) {
    it(`write ${what} in one place for each use`, () => {
      assert.deepEqual(services.filter((path) => pattern.test(sourceOf(path))).sort(), places);
    });
  }

  it("throw azure-native's errors from records only", () => {
    const own = services.filter((path) => /^(?:azure-native|provider)[/\\]/.test(path));
    assert.ok(own.length > 10);
    assert.deepEqual(
      own.filter((path) => /\bnew Error\(/.test(sourceOf(path))),
      [],
    );
  });

  it("that are exempt exist", () => {
    assert.deepEqual(
      [...exempt.keys()].filter((each) => !files.some((path) => path.startsWith(each))),
      [],
    );
  });
});
