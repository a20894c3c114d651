import { Parser } from 'htmlparser2';

/**
 * Whether an XML part has a document type, where entities are declared. The Office formats forbid it (ECMA-376, part 2), and
 * it serves nobody but an attacker.
 */
export function declaresDocumentType(part: Uint8Array): boolean {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  // In UTF-16 the letters stand apart.
  return ['latin1', 'utf16le'].some((encoding) => bytes.includes(Buffer.from('<!DOCTYPE', encoding as BufferEncoding)));
}

/**
 * What a document may point to outside itself: where a link in the text leads, and the template it was once made from.
 * Neither is ever visited.
 */
const harmless = ['hyperlink', 'attachedtemplate'];

/** The kind of the first relationship that would take content in from elsewhere, such as `image`; undefined if none does. */
export function findOutsideContent(relationships: Uint8Array): string | undefined {
  let found: string | undefined;
  const parser = new Parser(
    {
      onopentag(name, { TargetMode: mode = '', Type: type = '' }) {
        const kind = type.slice(type.lastIndexOf('/') + 1).toLowerCase();
        const isRelationship = name === 'Relationship' || name.endsWith(':Relationship');
        if (isRelationship && mode.toLowerCase() === 'external' && !harmless.includes(kind)) found ??= kind;
      },
    },
    { xmlMode: true },
  );
  parser.end(Buffer.from(relationships).toString('utf8'));
  return found;
}
