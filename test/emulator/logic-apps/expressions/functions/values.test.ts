import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { evaluate } from "../../../../../emulator/logic-apps/expressions";
import { exampleScope } from "../example-scope";
import { anyCharacter } from "../../../../any-characters";

const scope = exampleScope();
const failure = { name: "EvaluationError", code: "InvalidTemplate" };

function results(cases: readonly (readonly [expression: string, expected: unknown])[]): void {
  for (const [expression, expected] of cases) assert.deepEqual(evaluate(`@${expression}`, scope), expected, expression);
}

function failures(expressions: readonly string[]): void {
  for (const expression of expressions) assert.throws(() => evaluate(`@${expression}`, scope), failure, expression);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Decides whether a number holds every integer in the JSON exactly, and its text has at most 15 digits. */
function isExact(json: string): boolean {
  let exact = true;
  JSON.parse(json, (_, value: unknown) => {
    if (typeof value !== "number" || Number.isSafeInteger(value)) return;
    if (Number.isInteger(value) || !/^-?[\d.]{1,16}$/.test(String(value))) exact = false;
  });
  return exact;
}

describe("functions of strings", () => {
  it("ignore case where the reference says so, and only there", () => {
    results([
      ["startsWith('Hello', 'hE')", true],
      ["endsWith('Hello', 'LO')", true],
      ["indexOf('Hello', 'L')", 2],
      ["lastIndexOf('HELLO', 'l')", 3],
      ["contains('Hello', 'h')", false],
      ["replace('aA', 'a', '$&')", "$&A"],
      ["equals('a', 'A')", false],
    ]);
  });

  it("convert in concat, and nowhere else", () => {
    results([["concat('a', 1, null, true, createArray(1, 2))", "a1True[1,2]"]]);
    failures([
      "toLower(1)",
      "startsWith(null, 'a')",
      "substring('abc', 2, 2)",
      "substring('abc', -1)",
      "replace('a', '', 'b')",
    ]);
  });

  it("find positions and parts", () => {
    results([
      ["lastIndexOf('', 'a')", -1],
      ["lastIndexOf('', '')", 0],
      ["nthIndexOf('abab', 'b', -2)", 1],
      ["substring('hello', 2)", "llo"],
      ["split('abc', '')", ["abc"]],
      ["isInt('1.5')", false],
      ["isFloat('abc')", false],
    ]);
  });
});

describe("another case of a text", () => {
  it("is made character by character, as .NET does", () => {
    results([
      ["toUpper('éa')", "ÉA"],
      ["toLower('ÄÖÜ 日本 ß')", "äöü 日本 ß"],
    ]);
  });

  it("is refused by name where it takes more characters, or depends on the place", () => {
    for (const expression of ["toUpper('straße')", "toLower('İ')", "toLower('ΟΔΟΣ')", "toUpper('\u{10428}')"]) {
      assert.throws(() => evaluate(`@${expression}`, scope), { name: "UnsupportedFunctionError" }, expression);
    }
  });
});

describe("take and skip", () => {
  it("count from the front, and refuse by name a negative count", () => {
    results([
      ["take('abc', 2)", "ab"],
      ["take('abc', 0)", ""],
      ["skip(createArray(1, 2), 2)", []],
    ]);
    for (const expression of ["take('abc', -1)", "skip(createArray(1), -1)"]) {
      assert.throws(() => evaluate(`@${expression}`, scope), { name: "UnsupportedFunctionError" }, expression);
    }
    failures(["skip('abc', 1)", "take(null, 1)"]);
  });
});

describe("functions of collections", () => {
  it("compare items deeply, with case", () => {
    results([
      ["contains(createArray('Token', 'b'), 'token')", false],
      ["contains(createArray('token', 'b'), 'token')", true],
      [`contains(createArray(json('{"a":[1]}')), json('{"a":[1]}'))`, true],
      [`contains(json('{"a":1}'), 'a')`, true],
      [`contains(json('{"a":1}'), 'toString')`, false],
      [`union(json('{"a":1,"b":1}'), json('{"b":2}'))`, { a: 1, b: 2 }],
      [`intersection(json('{"a":1,"b":1}'), json('{"b":2}'))`, { b: 2 }],
      [`equals(json('{"a":1,"b":[1]}'), json('{"b":[1],"a":1.0}'))`, true],
      [`equals(json('{"a":1}'), json('{"a":1,"b":2}'))`, false],
      ["equals(null, '')", false],
      ["equals('1', 1)", false],
      ["equals(false, 0)", true],
    ]);
  });

  it("know what is empty", () => {
    results([
      ["empty(null)", true],
      ["empty(json('{}'))", true],
      ["empty(json('[]'))", true],
      ["empty(json('[null]'))", false],
      ["first('')", ""],
      ["first(json('[]'))", null],
    ]);
    failures(["empty(1)", "empty(5.0)", "length(null)", "length(json('{}'))", "contains(null, 'a')"]);
  });

  it("refuse to sort what has no order", () => {
    failures(["sort(createArray(1, 'a'))", `sort(createArray(json('{"a":1}'), json('{"b":1}')), 'a')`]);
  });
});

describe("functions of objects", () => {
  it("find properties in any case", () => {
    results([
      [`setProperty(json('{"Name":1}'), 'name', 2)`, { Name: 2 }],
      [`removeProperty(json('{"Name":1,"b":2}'), 'name')`, { b: 2 }],
      [`addProperty(json('{"a":1}'), 'b', null)`, { a: 1, b: null }],
    ]);
    failures([`addProperty(json('{"Name":1}'), 'name', 2)`, "setProperty(null, 'a', 1)"]);
  });

  it("take __proto__ for a name as any other", () => {
    const changed = evaluate(`@string(setProperty(json('{}'), '__proto__', 1))`, scope);
    assert.equal(changed, '{"__proto__":1}');
  });
});

describe("conversions", () => {
  it("give JSON for objects, .NET's words for booleans, and nothing for null", () => {
    results([
      [`string(json('{"a": [1, true, null, "x"]}'))`, '{"a":[1,true,null,"x"]}'],
      ["string(true)", "True"],
      ["string(null)", ""],
      ["uriScheme('https://www.contoso.com/')", "https"],
      ["uriPort('https://www.contoso.com/')", 443],
      ["uriPath('https://www.contoso.com')", "/"],
      ["dataUriToString('data:,a%20b')", "a b"],
      ["encodeUriComponent('-_.~!''()* +/')", "-_.~%21%27%28%29%2A%20%2B%2F"],
      ["decodeUriComponent('a%20b+%zz%ff')", "a b+%zz%ff"],
      ["decodeBase64('aGVsbG8=')", "hello"],
    ]);
  });

  it("refuse what cannot be converted", () => {
    failures([
      "json('{')",
      "json(null)",
      "bool('yes')",
      "bool(null)",
      "array(null)",
      "base64ToString('a')",
      "uriHost('/a')",
    ]);
  });

  it("read an integer that a number cannot hold, without rounding it", () => {
    results([
      ["json('9007199254740991')", 9007199254740991],
      ["json('9007199254740993')", 9007199254740993n],
      [`json('{"a":[-9007199254740993]}')`, { a: [-9007199254740993n] }],
      [`string(json('{"b":12345678901234567890}')['b'])`, "12345678901234567890"],
      ["json('0.1234567890123456')", 0.1234567890123456],
      ["json('1.0000000000000000e10')", 10_000_000_000],
      [`json('{"9007199254740993":"a \\" 9007199254740993"}')`, { "9007199254740993": 'a " 9007199254740993' }],
    ]);
  });

  it("read base64 of any length", () => {
    const long = exampleScope({ variable: () => "QUJD".repeat(2_000_000) });
    assert.equal(evaluate("@length(base64ToString(variables('long')))", long), 6_000_000);
    failures([
      "base64ToString('QQ=')",
      "base64ToString('Q===')",
      "base64ToString('QQ==QQ==')",
      "base64ToString('Q-Q=')",
    ]);
    results([
      ["base64ToString('')", ""],
      ["base64ToString('QQ==')", "A"],
      ["base64ToString('QUI=')", "AB"],
    ]);
  });

  it("encode for a URI so that decoding gives the text again, and no character is left that means something", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        const encoded = evaluate(`@encodeUriComponent(${quoted(text)})`, scope);
        assert(typeof encoded === "string");
        assert.match(encoded, /^[A-Za-z0-9\-_.~%]*$/);
        assert.equal(evaluate(`@decodeUriComponent(${quoted(encoded)})`, scope), text);
      }),
    );
  });

  it("give JSON and base64 back as they were", () => {
    fc.assert(
      fc.property(fc.json().filter(isExact), fc.string({ unit: anyCharacter }), (json, text) => {
        assert.deepEqual(JSON.parse(evaluate(`@string(createArray(json(${quoted(json)})))`, scope) as string), [
          JSON.parse(json),
        ]);
        assert.equal(evaluate(`@base64ToString(base64(${quoted(text)}))`, scope), text);
      }),
    );
  });
});
