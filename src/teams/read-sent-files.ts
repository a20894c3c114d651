import type { ReceivedActivity } from './read-activity.js';

const sentFileType = 'application/vnd.microsoft.teams.file.download.info';
const longestName = 200;

/** Where a file that somebody sent lies. Whoever has the address has the file. */
export interface SentAddress {
  name: string;
  url: string;
}

/** The last part of whatever the client calls a path, on one line. */
function toBaseName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const shown = last.replace(/[\p{C}\s]+/gu, ' ').trim();
  return shown.slice(-longestName);
}

/** The files a message brings; one without an address is none. */
export const readSentFiles = ({ attachments = [] }: ReceivedActivity): SentAddress[] =>
  attachments.flatMap(({ contentType, name = '', content }) =>
    contentType === sentFileType && content?.downloadUrl !== undefined
      ? [{ name: toBaseName(name), url: content.downloadUrl }]
      : [],
  );
