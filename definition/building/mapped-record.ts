/**
 * Expression of an object made of a base object and those properties of `item()` that the mapping names: an allow-list.
 *
 * A property that is absent stays absent, and one that is null stays null: Salesforce leaves the field of the former as it
 * is and empties that of the latter. `if` evaluates both branches, and neither fails.
 *
 * @param base the object that every record begins with; it contains no apostrophe
 * @param fields name of each property that is made, with the name of the property that it is made from
 */
export function mappedRecord(base: object, fields: Readonly<Record<string, string>>): string {
  return `union(json('${JSON.stringify(base)}'), ${mappedProperties(fields).join(", ")})`;
}

/** Expression of each property of {@link mappedRecord}: an object that has it, or none. */
export function mappedProperties(fields: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(fields).map(
    ([name, property]) =>
      `if(contains(item(), '${property}'), setProperty(json('{}'), '${name}', item()?['${property}']), json('{}'))`,
  );
}
