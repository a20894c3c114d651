/** What stands in the card skeletons themselves, in English; a skeleton is Danish as it is written. */
export const fixedTextsInEnglish: Readonly<Record<string, string>> = {
  /** The card's own language, for screen readers. */
  da: 'en',
  'Uddrag. Resten står i punktet.': 'Excerpt. The rest stands in the item.',
  'Uddrag. Resten står i referatet.': 'Excerpt. The rest stands in the minutes.',
  'Det kan du spørge mig om': 'What you can ask me',
  'For eksempel:': 'For example:',
  'Du kan også skrive:': 'You can also type:',
  'Det nærmeste, jeg har:': 'The nearest I have:',
  'Prøv eventuelt med andre ord.': 'You may try other words.',
  'Prøv for eksempel:': 'Try, for example:',
};
