import { documented, inferred } from "./behaviour";
import type { Reading } from "./reading";

const contentTypes = "https://learn.microsoft.com/azure/logic-apps/logic-apps-content-type";

/** Questions about what a body becomes, by its content type. */
export const contentReadings = {
  malformedJson: {
    question: "What becomes of an answer of the type application/json that does not parse?",
    alternatives: {
      fails: documented("The action fails with BadRequest, and has no outputs", contentTypes),
      failsWithOutputs: inferred(
        "The action fails with BadRequest, and has the status and headers of the answer",
        contentTypes,
      ),
      text: inferred("The action succeeds, and its body is the text", contentTypes),
    },
    default: "fails",
  },
  jsonTypes: {
    question: "What becomes of an answer of a type such as application/problem+json or text/json?",
    alternatives: {
      value: inferred("JSON of a type that ends in +json is a value, as of application/json", contentTypes),
      envelope: inferred("JSON of a type that ends in +json is wrapped in $content-type and $content", contentTypes),
    },
    default: "value",
  },
  textTypes: {
    question: "What becomes of an answer of a type such as text/html or text/javascript?",
    alternatives: {
      text: inferred("A body of any type that begins with text/ is a string, as of text/plain", contentTypes),
      envelope: documented(
        "A body of a type other than application/json and text/plain is wrapped in $content-type and $content",
        contentTypes,
      ),
    },
    default: "text",
  },
  xmlTypes: {
    question: "What becomes of an answer of the type application/xml, or of one that ends in +xml?",
    alternatives: {
      envelope: documented("A body of the type application/xml is wrapped in $content-type and $content", contentTypes),
      text: inferred("A body of the type application/xml, or of one that ends in +xml, is a string", contentTypes),
    },
    default: "envelope",
  },
  missingType: {
    question: "What becomes of an answer without a content type?",
    alternatives: {
      envelope: documented("A body without a type is wrapped as of application/octet-stream", contentTypes),
      text: inferred("A body without a type is a string", contentTypes),
      value: inferred("A body without a type is a value where it is JSON, else a string", contentTypes),
    },
    default: "envelope",
  },
  stringOfEnvelope: {
    question: "What does string() make of a body that is wrapped in $content-type and $content?",
    alternatives: {
      json: documented(
        "string() of a wrapped body is the JSON of the wrapper",
        "https://learn.microsoft.com/azure/logic-apps/expression-functions-reference#string",
      ),
      decoded: inferred("string() of a wrapped body is its content", contentTypes),
    },
    default: "json",
  },
} as const satisfies Readonly<Record<string, Reading>>;
