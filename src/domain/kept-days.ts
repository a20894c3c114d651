/** How many days after the meeting's date input is kept, and a draft that was never published. */
export interface KeptDays {
  input: number;
  draft: number;
}

/** Where the settings say nothing else. */
export const usualKeptDays: Readonly<KeptDays> = { input: 730, draft: 180 };
