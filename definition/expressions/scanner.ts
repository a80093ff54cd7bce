import { ExpressionSyntaxError } from "./expression-syntax-error";

type Token =
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "number"; readonly value: number | bigint; readonly float: boolean }
  | { readonly kind: "name"; readonly value: string }
  | { readonly kind: "punctuation"; readonly value: string }
  | { readonly kind: "end"; readonly value: "" };

const whitespace = /\s*/y;
const number = /[+-]?(?:\d+(\.\d*)?|(\.\d+))([eE][+-]?\d+)?/y;
/** Characters of a name, as in the designer's scanner: all except whitespace and punctuation with a meaning. */
const name = /[^\s.,(){}@[\]?']+/y;
const punctuation = new Set([".", ",", "(", ")", "[", "]", "?", "}"]);

/** Reads an expression's tokens from a text, with one token of lookahead. */
export class Scanner {
  token: Token = { kind: "end", value: "" };
  /** Start position of `token`. */
  start = 0;

  constructor(
    readonly text: string,
    private position = 0,
  ) {
    this.advance();
  }

  /** End position of `token`; no text after it has been read. */
  get tokenEnd(): number {
    return this.position;
  }

  isAt(character: string): boolean {
    return this.token.kind === "punctuation" && this.token.value === character;
  }

  /** Skips the punctuation if it is the next token. */
  skip(character: string): boolean {
    const found = this.isAt(character);
    if (found) this.advance();
    return found;
  }

  expect(character: string, after: string): void {
    if (!this.skip(character)) throw this.unexpected(`Expected "${character}" ${after}`);
  }

  unexpected(problem: string): ExpressionSyntaxError {
    return new ExpressionSyntaxError(problem, this.text, this.start);
  }

  advance(): void {
    this.match(whitespace);
    this.start = this.position;
    this.token = this.read();
  }

  private read(): Token {
    const character = this.text[this.position];
    if (character === undefined) return { kind: "end", value: "" };
    if (character === "'") return { kind: "string", value: this.readString() };
    const digits = this.match(number);
    if (digits !== undefined) return this.numberToken(digits);
    if (punctuation.has(character)) {
      this.position += 1;
      return { kind: "punctuation", value: character };
    }
    const word = this.match(name)?.[0];
    if (word === undefined) throw this.unexpected(`Unexpected "${character}"`);
    if (word.includes('"')) throw this.unexpected("A string stands in single quotes, not in double quotes");
    return { kind: "name", value: word };
  }

  private readString(): string {
    let end = this.position;
    do {
      end = this.text.indexOf("'", end + 1);
      if (end < 0) throw this.unexpected("A string has no closing quote");
      if (this.text[end + 1] !== "'") break;
      end += 1;
    } while (end < this.text.length);
    const value = this.text.slice(this.position + 1, end).replace(/''/g, "'");
    this.position = end + 1;
    return value;
  }

  private numberToken([written, fraction, onlyFraction, exponent]: RegExpExecArray): Token {
    name.lastIndex = this.position;
    if (name.test(this.text)) throw this.unexpected("A number is followed by something else");
    const value = Number(written);
    if (!Number.isFinite(value)) throw this.unexpected("A number is too large");
    const float = (fraction ?? onlyFraction ?? exponent) !== undefined;
    if (float || Number.isSafeInteger(value)) return { kind: "number", value, float };
    return { kind: "number", value: BigInt(written.replace("+", "")), float };
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text) ?? undefined;
    if (found !== undefined) this.position = pattern.lastIndex;
    return found;
  }
}
