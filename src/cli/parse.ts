import type { Command } from 'commander';
import type { AgendaItem } from '../domain/agenda-item.js';
import { AppError } from '../domain/app-error.js';
import type { MeetingDocument } from '../domain/meeting-document.js';
import { count, print, printJson } from './output.js';
import { toParsedDocument } from './parsed-document.js';
import { readApart } from './read-apart.js';

const outcomesOf = (item: AgendaItem): string =>
  item.outcomes.map(({ code, point }) => (point === null ? code : `${point}: ${code}`)).join(', ');

function describeItem(item: AgendaItem): string[] {
  const facts = [
    item.kind,
    item.access === 'closed' ? 'closed' : '',
    item.caseNumber?.text ?? '',
    item.timeSlot === null ? '' : `${item.timeSlot.start}-${item.timeSlot.end}`,
    outcomesOf(item),
    item.commitments.length === 0 ? '' : count(item.commitments.length, 'commitment'),
    item.attachments.length === 0 ? '' : count(item.attachments.length, 'attachment'),
  ];
  return [`  ${item.number}. ${item.topic}`, `     ${facts.filter((fact) => fact !== '').join(' · ')}`];
}

function describeDocument(document: MeetingDocument): string[] {
  const times = [document.startTime, document.endTime].filter((time) => time !== null).join('-');
  const head = [document.kind, document.forum, document.date, times, document.place ?? ''];
  return [
    head.filter((part) => part !== '').join(' · '),
    `${count(document.items.length, 'item')}, ${count(document.participants.length, 'participant')}`,
    ...document.items.flatMap(describeItem),
    ...document.findings.map(({ code, line, message }) => `line ${line}: ${code}: ${message}`),
  ];
}

export function registerParse(program: Command): void {
  program
    .command('parse')
    .description('read one document (.txt .md .pdf .docx) and print what was understood; touches no store')
    .argument('<file>')
    .option('--json', 'print it as JSON')
    .action(async (path: string, { json }: { json?: boolean }) => {
      const { document } = await readApart(path).catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error;
        const faults = error.faults.map((fault) => `${path}: ${fault}`);
        throw new AppError(error.code, error.message, { faults, cause: error });
      });
      if (json) printJson(toParsedDocument(document));
      else print(...describeDocument(document));
    });
}
