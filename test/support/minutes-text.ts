/** Minutes in one of the forum's layouts, as text: the items with these titles, each decided as said. */
export function minutesText(
  { day, month, year }: { day: number; month: 'marts' | 'april'; year: number },
  items: readonly { title: string; decision: string }[],
): string {
  const monthNumber = month === 'marts' ? '03' : '04';
  return [
    `REFERAT Chefforum d. ${String(day).padStart(2, '0')}-${monthNumber}-${year}`,
    `Mødedato d. ${day}. ${month} ${year} kl. 09:00 - 11:00`,
    'Mødested Byrådssalen',
    ...items.flatMap(({ title, decision }, index) => [
      `Punkt ${index + 1}: ${title}`,
      'Anledning',
      'Sagen skal behandles.',
      'Beslutning',
      decision,
    ]),
    '',
  ].join('\n\n');
}
