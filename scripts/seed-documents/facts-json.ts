const widest = 120;

/** JSON in the project's own format: lists of words on one line where they fit, objects always spread out. */
export function factsJson(value: unknown): string {
  return `${print(value, 0, 0)}\n`;
}

function print(value: unknown, indent: number, taken: number): string {
  if (Array.isArray(value)) return printList(value, indent, taken);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = ' '.repeat(indent + 2);
  const fields = Object.entries(value).map(([key, field]) => {
    const name = `${JSON.stringify(key)}: `;
    return `${inner}${name}${print(field, indent + 2, inner.length + name.length + 1)}`;
  });
  return `{\n${fields.join(',\n')}\n${' '.repeat(indent)}}`;
}

function printList(list: readonly unknown[], indent: number, taken: number): string {
  const flat = list.every((value) => typeof value !== 'object' || value === null);
  const line = `[${list.map((value) => JSON.stringify(value)).join(', ')}]`;
  if (flat && taken + line.length <= widest) return line;
  const inner = ' '.repeat(indent + 2);
  const values = list.map((value) => inner + print(value, indent + 2, indent + 2));
  return `[\n${values.join(',\n')}\n${' '.repeat(indent)}]`;
}
