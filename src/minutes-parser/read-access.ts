import type { Access } from '../domain/access.js';

export interface ReadAccess {
  access: Access;
  /** False where the title speaks of "lukket" in a way that may mean something else; the item is then kept closed. */
  clear: boolean;
}

/**
 * Who may read an item, from its title: "Lukket punkt - …", "… (lukket)", "… (lukket punkt)" are closed, an item that says nothing is open.
 * When in doubt, closed: a wrongly closed item is opened by the secretary, a wrongly open one has been read.
 * "Lukkedage i dagtilbud" and "Lukkede skoler" are other words and stay open.
 */
export function readAccess(title: string): ReadAccess {
  if (isMarkedClosed(title)) return { access: 'closed', clear: true };
  if (/(?<!\p{L})(?:lukket|fortrolig|fortroligt|personsag)(?!\p{L})/iu.test(title))
    return { access: 'closed', clear: false };
  return { access: 'open', clear: true };
}

/** A line of its own below a title: "Lukket punkt", "(lukket)". */
export function isClosedMark(line: string): boolean {
  return (
    line.length <= 40 && /^[([]?(?:punktet er )?lukket(?: punkt| dagsordenspunkt| sag)?[)\]]?\.?$/iu.test(line.trim())
  );
}

function isMarkedClosed(title: string): boolean {
  return (
    /^(?:[\p{L}]{2,10}\s*[-–—:]\s+)?[([]?lukket(?: punkt| dagsordenspunkt| sag)?[)\]]?(?:\s*[-–—:.]|\s*$|\s+punkt)/iu.test(
      title,
    ) ||
    /^(?:[\p{L}]{2,10}\s*[-–—:]\s+)?[([]?lukket (?:punkt|dagsordenspunkt|sag)(?!\p{L})/iu.test(title) ||
    /[([](?:[^()[\]]{0,40}[\s,])?lukket(?: punkt| dagsordenspunkt| sag| dagsorden)?[)\]]/iu.test(title)
  );
}
