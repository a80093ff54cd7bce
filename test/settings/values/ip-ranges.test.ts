import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ipRangeProblem, ipRangesProblem } from "../../../settings/values/ip-ranges";

describe("ipRangeProblem", () => {
  for (const range of [
    "203.0.113.7",
    "203.0.113.0/24",
    "203.0.113.1-203.0.113.9",
    "0.0.0.0/1",
    "0.0.0.1-255.255.255.255",
    "2001:db8::1",
    "2001:db8::/32",
    "::1-::ffff",
    "::ffff:192.0.2.1",
  ]) {
    it(`takes ${range}`, () => {
      assert.equal(ipRangeProblem(range), undefined);
    });
  }

  for (const range of [
    "0.0.0.0/0",
    "::/0",
    "0.0.0.0-255.255.255.255",
    "203.0.113.7/0",
    "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
  ]) {
    it(`refuses ${range}, which admits everyone`, () => {
      assert.equal(
        ipRangeProblem(range),
        `"${range}" includes every address. List only the ranges that need access, or remove the setting.`,
      );
    });
  }

  for (const range of [
    "203.0.113",
    "203.0.113.256",
    "203.0.113.0/33",
    "203.0.113.0/",
    "203.0.113.0/24/8",
    "2001:db8::/129",
    "203.0.113.9-203.0.113.1",
    "203.0.113.1-::1",
    "203.0.113.1-203.0.113.2-203.0.113.3",
    "203.0.113.0/24-203.0.114.0",
  ]) {
    it(`refuses ${range}, which is malformed`, () => {
      assert.equal(
        ipRangeProblem(range),
        `"${range}" is not an IP range. Expected an address (203.0.113.7), CIDR (203.0.113.0/24), or first-last (203.0.113.1-203.0.113.9).`,
      );
    });
  }

  it("does not show what is nothing like an address", () => {
    assert.equal(
      ipRangeProblem("correct horse"),
      "is not an IP range. Expected an address (203.0.113.7), CIDR (203.0.113.0/24), or first-last (203.0.113.1-203.0.113.9).",
    );
  });
});

describe("ipRangesProblem", () => {
  const problem = "together include every address. List only the ranges that need access, or remove the setting.";

  it("refuses ranges that leave no address out, in any order", () => {
    assert.equal(ipRangesProblem(["128.0.0.0/1", "10.0.0.0/8", "0.0.0.0-127.255.255.255"]), problem);
    assert.equal(ipRangesProblem(["8000::/1", "::/1"]), problem);
  });

  it("takes ranges that leave one address out", () => {
    assert.equal(ipRangesProblem(["128.0.0.0/1", "0.0.0.0-127.255.255.254"]), undefined);
    assert.equal(ipRangesProblem(["0.0.0.0/1", "8000::/1"]), undefined);
    assert.equal(ipRangesProblem([]), undefined);
  });
});
