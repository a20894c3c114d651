import type { FormField } from '../../../cards/form-card.js';
import { saidOf } from '../../../cards/said-of.js';
import { isoDate } from '../../../danish/dates.js';
import { splitSentences } from '../../../danish/sentences.js';
import type { AgendaItem } from '../../../domain/agenda-item.js';
import type { OwnQuestion } from '../../../domain/input.js';
import { considered, labels, questionsFollow } from '../phrases.js';
import type { FieldFault, InputKindRules } from './input-kind.js';
import {
  choiceField,
  dateField,
  findTextFault,
  longestLine,
  longestText,
  numberField,
  readLine,
  readText,
  textField,
} from './read-fields.js';

/** More would not be answered on a phone. */
export const mostQuestions = 6;

const listMark = /^\s*(?:[-*•]|\d{1,2}[.)]|[a-z][.)])\s+/u;

function* listsOf(text: string): Generator<{ lead: string; points: string[] }> {
  let lead = '';
  let points: string[] = [];
  for (const line of text.split('\n')) {
    const mark = listMark.exec(line);
    if (mark !== null) points.push(line.slice(mark[0].length).trim());
    else if (line.trim() !== '') {
      if (points.length > 0) yield { lead, points };
      points = [];
      lead = line.trim();
    }
  }
  if (points.length > 0) yield { lead, points };
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('da') + text.slice(1);

const withoutEnd = (sentence: string): string => (sentence.endsWith('.') ? sentence.slice(0, -1) : sentence);

/**
 * What the departments are asked: a list after words that ask, a list of sentences with question marks, or what a sentence
 * says they are to consider.
 */
function findQuestions({ sections, recommendation }: AgendaItem): string[] {
  const texts = sections
    .filter(({ kind }) => kind !== 'recommendation' && kind !== 'decision' && kind !== 'attachments')
    .map(({ text }) => text);
  const listed = texts
    .flatMap((text) => [...listsOf(text)])
    .filter(({ lead, points }) => questionsFollow.test(lead) || points.every((point) => point.endsWith('?')))
    .flatMap(({ points }) => points);
  const sentences = texts.flatMap((text) => text.split('\n')).flatMap((line) => splitSentences(line));
  const toConsider = [...(recommendation?.points ?? []), ...sentences.map(({ text }) => text)].flatMap(
    (sentence) => considered.exec(withoutEnd(sentence.trim()))?.groups?.what ?? [],
  );
  const found = [...listed, ...toConsider].filter((point) => point !== '' && point.length <= longestLine);
  return [...new Set(found)].slice(0, mostQuestions).map(capital);
}

function toField(question: OwnQuestion, value: string): FormField {
  const { id, label, isRequired, choices } = question;
  const parts = { id, label, value, ...(isRequired && { required: labels.answerMissing }) };
  switch (question.answerKind) {
    case 'text':
      return textField(parts);
    case 'choice':
      return choiceField({ ...parts, choices: choices.map((choice) => ({ value: choice, title: choice })) });
    case 'number':
      return numberField({ ...parts, placeholder: labels.numberExample });
    case 'date':
      return dateField(parts);
  }
}

/** A number as Danes write it, "1.250,5" too, with a point; undefined: none. */
function readNumber(text: string): string | undefined {
  const plain = /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text) ? text.replaceAll('.', '') : text;
  const dotted = plain.replace(',', '.');
  return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(dotted) ? dotted : undefined;
}

function readDate(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return isoDate(Number(year), Number(month), Number(day));
}

/** The value of one question, or what is wrong with it. An empty answer is undefined. */
function readAnswer(question: OwnQuestion, text: string): { value?: string } | FieldFault {
  const fault = (message: string): FieldFault => ({ field: question.id, message });
  if (text === '') return question.isRequired ? fault(labels.answerMissing) : {};
  switch (question.answerKind) {
    case 'text':
      return findTextFault(question.id, text, longestText) ?? { value: text };
    case 'choice':
      return question.choices.includes(text) ? { value: text } : fault(labels.choiceMissing);
    case 'number': {
      const value = readNumber(text);
      return value === undefined ? fault(labels.numberFault) : { value };
    }
    case 'date': {
      const value = readDate(text);
      return value === undefined ? fault(labels.dateFault) : { value };
    }
  }
}

/** One to six questions of the secretary's own, answered for each department. */
export const questions: InputKindRules<'questions'> = {
  kind: 'questions',

  suggest({ item }) {
    const found = findQuestions(item);
    if (found.length === 0) return undefined;
    return {
      kind: 'questions',
      questions: found.map((label, index) => ({
        id: `q${index + 1}`,
        label,
        answerKind: 'text',
        choices: [],
        isRequired: false,
      })),
    };
  },

  fields: (spec, value) => spec.questions.map((question) => toField(question, value?.answers[question.id] ?? '')),

  read(spec, raw) {
    const answers: [string, string][] = [];
    const faults: FieldFault[] = [];
    for (const question of spec.questions) {
      const text = question.answerKind === 'text' ? readText(raw, question.id) : readLine(raw, question.id);
      const read = readAnswer(question, text);
      if ('field' in read) faults.push(read);
      else if (read.value !== undefined) answers.push([question.id, read.value]);
    }
    if (faults.length > 0) return { faults };
    const [first] = spec.questions;
    if (answers.length === 0 && first !== undefined)
      return { faults: [{ field: first.id, message: labels.answerOne }] };
    return { value: { kind: 'questions', answers: Object.fromEntries(answers) } };
  },

  summarise: (spec, { answers }) =>
    spec.questions
      .flatMap(({ id, label }) => (answers[id] === undefined ? [] : [saidOf(label, answers[id])]))
      .join(' · '),
  columns: (spec) => spec.questions.map(({ label }) => label),
  rows: (spec, { answers }) => [spec.questions.map(({ id }) => answers[id] ?? '')],
};
