import { readFileSync } from 'node:fs';
import { cardBytes, fillCard } from '../src/cards/fill-card.js';
import { parseTemplate } from '../src/cards/templating-library.js';
import { newId } from '../src/domain/new-id.js';
import { agendaCardFields, composeAgendaCard } from '../src/features/agenda/posted/agenda-card.js';
import { agendaRows } from '../src/features/agenda/posted/agenda-rows.js';
import { fitRows } from '../src/features/agenda/posted/fit-rows.js';
import { exampleAgenda } from '../test/support/agenda-examples.js';

const view = { now: new Date(), seesClosed: false, tally: { answered: 3, asked: 9 } };
const of = (n: number) => {
  const m = exampleAgenda().entries;
  return exampleAgenda({
    id: newId(),
    state: 'published',
    entries: Array.from({ length: n }, (_, i) => ({
      ...m[i % m.length]!,
      id: newId(),
      item: { ...m[i % m.length]!.item, number: i + 1 },
    })),
  });
};
const med = (f: () => unknown) => {
  const t: number[] = [];
  for (let i = 0; i < 400; i++) {
    const b = performance.now();
    f();
    t.push(performance.now() - b);
  }
  t.sort((a, b) => a - b);
  return t[200]!.toFixed(3) + ' min ' + t[5]!.toFixed(3);
};
const template = parseTemplate(JSON.parse(readFileSync('cards/agenda.json', 'utf8')));
for (const n of [12, 40]) {
  const a = of(n);
  const fields = agendaCardFields(a, view);
  const filled = template.expand({ $root: fields });
  const { card } = composeAgendaCard(a, view);
  console.log(
    n,
    'bytes',
    cardBytes(card),
    'all',
    med(() => composeAgendaCard(a, view)),
  );
  console.log(
    '  fields',
    med(() => agendaCardFields(a, view)),
    'rows',
    med(() => agendaRows(a, view)),
    'fit',
    med(() => fitRows(a, agendaRows(a, view).slice(0, 20))),
  );
  console.log(
    '  fill',
    med(() => fillCard('agenda', fields)),
    'bare',
    med(() => template.expand({ $root: fields })),
    'stringify',
    med(() => JSON.stringify(filled)),
  );
}
