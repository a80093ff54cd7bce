import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, it } from "mocha";
import { shellQuote } from "../../../local/run/shell-quote";

describe("A word that is quoted for the shell", () => {
  it("stays as it is where it needs no quotes", () => {
    const words = ["/tmp/a-b_c.d/e", "https://a.example:443/b%20c", "a@b", "a+b,c=d"];
    assert.deepEqual(words.map(shellQuote), words);
  });

  it("reaches a program as it was, whatever is in it", () => {
    const words = ["", "a b", "it's", "'", '"', "$HOME", "`id`", "a;b", "a\nb", "~", "*", "#a", "\\", "ä"];
    const printed = execFileSync("sh", ["-c", `printf '%s\\0' ${words.map(shellQuote).join(" ")}`], {
      encoding: "utf8",
    });
    assert.deepEqual(printed.split("\0").slice(0, -1), words);
  });
});
