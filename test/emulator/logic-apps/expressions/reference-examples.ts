/**
 * Documented examples of the functions, with their documented results.
 *
 * Source: Microsoft Learn, "Reference guide to functions in expressions for workflows in Azure Logic Apps and Power
 * Automate" (https://learn.microsoft.com/azure/logic-apps/expression-functions-reference, ms.date 10/06/2025),
 * CC BY 4.0 (c) Microsoft. Left out: examples whose result contradicts the function's own description.
 */
export interface ReferenceExample {
  readonly expression: string;
  readonly expected: unknown;
  /** The current time that the example takes for granted. */
  readonly now?: string;
}

const now = "2025-09-25T05:18:31.338Z";

export const dateTimeExamples: readonly ReferenceExample[] = [
  { expression: "addDays('2018-03-15T00:00:00Z', 10)", expected: "2018-03-25T00:00:00.0000000Z" },
  { expression: "addDays('2018-03-15T00:00:00Z', -5)", expected: "2018-03-10T00:00:00.0000000Z" },
  { expression: "addHours('2018-03-15T00:00:00Z', 10)", expected: "2018-03-15T10:00:00.0000000Z" },
  { expression: "addHours('2018-03-15T15:00:00Z', -5)", expected: "2018-03-15T10:00:00.0000000Z" },
  { expression: "addMinutes('2018-03-15T00:10:00Z', 10)", expected: "2018-03-15T00:20:00.0000000Z" },
  { expression: "addMinutes('2018-03-15T00:20:00Z', -5)", expected: "2018-03-15T00:15:00.0000000Z" },
  { expression: "addSeconds('2018-03-15T00:00:00Z', 10)", expected: "2018-03-15T00:00:10.0000000Z" },
  { expression: "addSeconds('2018-03-15T00:00:30Z', -5)", expected: "2018-03-15T00:00:25.0000000Z" },
  { expression: "addToTime('2018-01-01T00:00:00Z', 1, 'Day')", expected: "2018-01-02T00:00:00.0000000Z" },
  { expression: "addToTime('2018-01-01T00:00:00Z', 1, 'Day', 'D')", expected: "Tuesday, January 2, 2018" },
  { expression: "dateDifference('2015-02-08', '2018-07-30')", expected: "1268.00:00:00" },
  { expression: "dayOfMonth('2018-03-15T13:27:36Z')", expected: 15 },
  { expression: "dayOfWeek('2018-03-15T13:27:36Z')", expected: 4 },
  { expression: "dayOfYear('2018-03-15T13:27:36Z')", expected: 74 },
  { expression: "formatDateTime('03/15/2018')", expected: "2018-03-15T00:00:00.0000000" },
  { expression: "formatDateTime('03/15/2018 12:00:00', 'yyyy-MM-ddTHH:mm:ss')", expected: "2018-03-15T12:00:00" },
  { expression: "formatDateTime('01/31/2016', 'dddd MMMM d')", expected: "Sunday January 31" },
  { expression: "formatDateTime('01/31/2016', 'dddd MMMM d', 'fr-fr')", expected: "dimanche janvier 31" },
  { expression: "formatDateTime('01/31/2016', 'dddd MMMM d', 'fr-FR')", expected: "dimanche janvier 31" },
  { expression: "formatDateTime('01/31/2016', 'dddd MMMM d', 'es-es')", expected: "domingo enero 31" },
  {
    expression: "getFutureTime(5, 'Day')",
    expected: "2018-03-06T00:00:00.0000000Z",
    now: "2018-03-01T00:00:00Z",
  },
  { expression: "getFutureTime(5, 'Day', 'D')", expected: "Tuesday, March 6, 2018", now: "2018-03-01T00:00:00Z" },
  { expression: "getPastTime(5, 'Day')", expected: "2018-01-27T00:00:00.0000000Z", now: "2018-02-01T00:00:00Z" },
  { expression: "getPastTime(5, 'Day', 'D')", expected: "Saturday, January 27, 2018", now: "2018-02-01T00:00:00Z" },
  { expression: "startOfDay('2018-03-15T13:30:30Z')", expected: "2018-03-15T00:00:00.0000000Z" },
  { expression: "startOfHour('2018-03-15T13:30:30Z')", expected: "2018-03-15T13:00:00.0000000Z" },
  { expression: "startOfMonth('2018-03-15T13:30:30Z')", expected: "2018-03-01T00:00:00.0000000Z" },
  { expression: "startOfMonth('2018-03-15T13:30:30Z', 'yyyy-MM-dd')", expected: "2018-03-01" },
  { expression: "subtractFromTime('2018-01-02T00:00:00Z', 1, 'Day')", expected: "2018-01-01T00:00:00.0000000Z" },
  { expression: "utcNow('u')", expected: "2025-09-25 05:18:31Z", now },
  { expression: "utcNow('U')", expected: "Thursday, September 25, 2025 5:18:31 AM", now },
  { expression: "utcNow('d')", expected: "9/25/2025", now },
  { expression: "utcNow('D')", expected: "Thursday, September 25, 2025", now },
  { expression: "utcNow('t')", expected: "5:18 AM", now },
  { expression: "utcNow('T')", expected: "5:18:31 AM", now },
  { expression: "utcNow('y')", expected: "September 2025", now },
  { expression: "utcNow('yyyy')", expected: "2025", now },
  { expression: "utcNow('ddd, d MMM yyyy')", expected: "Thu, 25 Sep 2025", now },
];

const sophia = `json('{ "firstName": "Sophia", "surName": "Owen" }')`;
const customer = `json('{ "customerName": { "firstName": "Sophia", "surName": "Owen" } }')`;
const names = `createArray(json('{ "first": "Amalie", "last": "Rose" }'), json('{ "first": "Elise", "last": "Renee" }'))`;

export const collectionExamples: readonly ReferenceExample[] = [
  {
    expression: `setProperty(${customer}, 'customerName', addProperty(${customer}['customerName'], 'middleName', 'Anne'))`,
    expected: { customerName: { firstName: "Sophia", middleName: "Anne", surName: "Owen" } },
  },
  {
    expression: `setProperty(${sophia}, 'surName', 'Hartnett')`,
    expected: { firstName: "Sophia", surName: "Hartnett" },
  },
  {
    expression: `setProperty(${customer}, 'customerName', setProperty(${customer}['customerName'], 'surName', 'Hartnett'))`,
    expected: { customerName: { firstName: "Sophia", surName: "Hartnett" } },
  },
  {
    expression: `removeProperty(json('{ "firstName": "Sophia", "middleName": "Anne", "surName": "Owen" }'), 'middleName')`,
    expected: { firstName: "Sophia", surName: "Owen" },
  },
  { expression: "chunk('abcdefghijklmnopqrstuvwxyz', 10)", expected: ["abcdefghij", "klmnopqrst", "uvwxyz"] },
  {
    expression: "chunk(createArray(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), 5)",
    expected: [
      [1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10],
      [11, 12],
    ],
  },
  { expression: "coalesce(null, true, false)", expected: true },
  { expression: "coalesce(null, 'hello', 'world')", expected: "hello" },
  { expression: "coalesce(null, null, null)", expected: null },
  { expression: "contains('hello world', 'world')", expected: true },
  { expression: "contains('hello world', 'universe')", expected: false },
  { expression: "createArray('h', 'e', 'l', 'l', 'o')", expected: ["h", "e", "l", "l", "o"] },
  { expression: "empty('')", expected: true },
  { expression: "empty('abc')", expected: false },
  { expression: "first('hello')", expected: "h" },
  { expression: "first(createArray(0, 1, 2))", expected: 0 },
  {
    expression: "intersection(createArray(1, 2, 3), createArray(101, 2, 1, 10), createArray(6, 8, 1, 2))",
    expected: [1, 2],
  },
  { expression: "join(createArray('a', 'b', 'c'), '.')", expected: "a.b.c" },
  { expression: "last('abcd')", expected: "d" },
  { expression: "last(createArray(0, 1, 2, 3))", expected: 3 },
  { expression: "length('abcd')", expected: 4 },
  { expression: "length(createArray(0, 1, 2, 3))", expected: 4 },
  { expression: "reverse(createArray(0, 1, 2, 3))", expected: [3, 2, 1, 0] },
  { expression: "skip(createArray(0, 1, 2, 3), 1)", expected: [1, 2, 3] },
  { expression: "sort(createArray(2, 1, 0, 3))", expected: [0, 1, 2, 3] },
  {
    expression: `sort(${names}, 'last')`,
    expected: [
      { first: "Elise", last: "Renee" },
      { first: "Amalie", last: "Rose" },
    ],
  },
  { expression: "take('abcde', 3)", expected: "abc" },
  { expression: "take(createArray(0, 1, 2, 3, 4), 3)", expected: [0, 1, 2] },
  { expression: "union(createArray(1, 2, 3), createArray(1, 2, 10, 101))", expected: [1, 2, 3, 10, 101] },
];
