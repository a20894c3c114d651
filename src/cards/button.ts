/** What every card verb is called on the wire; features know each other's buttons by these names only. */
export const verbs = {
  showMeetings: 'minutes.showMeetings',
  showMeeting: 'minutes.showMeeting',
  showItem: 'minutes.showItem',
  showAnswer: 'decisions.showAnswer',
  showHelp: 'help.showHelp',
} as const;

/** A button that asks Referent for something, as the card skeletons expect it. */
export interface Button {
  /** A verb, as few words as can be. */
  title: string;
  verb: string;
  /** Comes back with the press, and must be read as untrusted. */
  data: Readonly<Record<string, unknown>>;
  /** Says what `title` leaves to the row it stands in; read aloud by screen readers. */
  tooltip: string;
}

export const button = (title: string, verb: string, data: Button['data'] = {}, tooltip: string = title): Button => ({
  title,
  verb,
  data,
  tooltip,
});
