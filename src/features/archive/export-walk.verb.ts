import type { z } from 'zod';
import { verbs } from '../../cards/button.js';
import { readPress } from '../../cards/read-press.js';
import { toSpreadsheetCsv } from '../../danish/spreadsheet.js';
import type { CardVerb } from '../../routing/routes.js';
import { phrases } from './phrases.js';
import { lookAgain, pressedWalk } from './show-walk.verb.js';
import type { WalkingDependencies } from './walk.command.js';

/** What no file system takes in a name. */
const toFileName = (name: string): string => name.replace(/[^\p{L}\p{N} &.,-]+/gu, ' ').replace(/\s+/g, ' ');

/** A whole list as a file: looked up anew for the one who presses, so that it holds what that person may see and no more. */
export function createExportWalkVerb(
  dependencies: Omit<WalkingDependencies, 'ask'>,
): CardVerb<z.infer<typeof pressedWalk>> {
  return {
    verb: verbs.exportWalk,
    speaksEnglish: true,
    read: (data) => readPress(pressedWalk, data),
    async run(turn, data) {
      if (turn.conversation.kind !== 'personal') return { text: phrases.csvOnlyPersonal };
      const { file } = await lookAgain(turn, data, dependencies);
      if (file === null) return { text: phrases.gone };
      const table = file.table();
      const rowCount = table.length - 1;
      return {
        text: phrases.csvOffered(rowCount),
        file: {
          name: toFileName(file.name),
          bytes: Buffer.from(toSpreadsheetCsv(table), 'utf8'),
          description: phrases.csvDescription(rowCount),
        },
      };
    },
  };
}
