import type { AST } from '@eslint-community/regexpp';

const mostWords = 20_000;

type Words = readonly string[] | undefined;

const joined = (first: Words, second: Words): Words =>
  first === undefined || second === undefined || first.length * second.length > mostWords
    ? undefined
    : first.flatMap((start) => second.map((end) => start + end));

/** All blanks are one letter here: what is told apart with fewer letters is told apart with more. */
function wordsOfElement(element: AST.Element): Words {
  switch (element.type) {
    case 'Character': {
      const letter = String.fromCodePoint(element.value).toLowerCase();
      return [/\s/.test(letter) ? ' ' : letter];
    }
    case 'CharacterSet':
      return element.kind === 'space' && !element.negate ? [' '] : undefined;
    case 'Group':
    case 'CapturingGroup':
      return wordsOfAlternatives(element.alternatives);
    case 'Quantifier':
      return wordsOfQuantifier(element);
    default:
      return undefined;
  }
}

function wordsOfQuantifier({ min, max, element }: AST.Quantifier): Words {
  const words = wordsOfElement(element);
  if (min === 0 && max === 1) return words === undefined ? undefined : ['', ...words];
  // A run of blanks is gone through as a whole; that none stands beside another is asked of all words together.
  const isBlanks = element.type === 'CharacterSet' && element.kind === 'space' && !element.negate;
  return isBlanks && min === 1 && max === Number.POSITIVE_INFINITY ? [' '] : undefined;
}

function wordsOfAlternatives(alternatives: readonly AST.Alternative[]): Words {
  const each = alternatives.map(({ elements }) => elements.map(wordsOfElement).reduce(joined, ['']));
  return each.includes(undefined) ? undefined : each.flatMap((words) => words ?? []);
}

/** Every text that a part of a pattern goes through, in small letters; undefined where these have no end or too many. */
export function wordsOf(element: AST.Element): Words {
  const words = wordsOfElement(element);
  const touchesBlanks = words?.some((word) => word.startsWith(' ')) && words.some((word) => word.endsWith(' '));
  return touchesBlanks || words?.some((word) => word.includes('  ')) ? undefined : words;
}
