import { danishDictionary } from './dictionary.js';
import { editDistance } from './edit-distance.js';
import { foldLetters } from './letters.js';

/** What kind of thing a Danish question asks for. */
export type AskedFor =
  | 'case_number'
  | 'attachment'
  | 'attendance'
  | 'nomination'
  | 'deadline'
  | 'duration'
  | 'date'
  | 'frequency'
  | 'amount'
  | 'title'
  | 'person'
  | 'place'
  | 'reason'
  | 'upcoming'
  | 'news'
  | 'timeline'
  | 'list'
  | 'decision'
  | 'yes_no'
  | 'topic';

/**
 * The words and phrases that ask, most telling first. `|` between forms, `_` for a blank; a form matches whole words.
 * A form ending in `*` matches the beginning of a word.
 */
const cues: readonly [AskedFor, string][] = [
  [
    'case_number',
    'hvilket_nr|hvilket_nummer|nummer_på|nummer_paa|sagsnummer*|sagsnr|sags_nr|sags_nummer*|sagsnumer*|sag_nr|nr_på|nummeret_på|case_number|journalnummer*|journalnr|sagsnumre*|kle_nummer*',
  ],
  [
    'attachment',
    'powerpoint*|pptx|pdf|excel*|xlsx|docx|slides|slide|bilag*|vedhæft*|vedlagt*|vedlæg*|regneark*|fil|filen|dokument|dokumentet|dokumenter|dokumenterne|attachment*|lagt_ved|fulgte_med|hvilke_papirer',
  ],
  [
    'attendance',
    'afbud|fraværende|tilstede|til_stede|deltog|deltaget|mødedeltager*|deltagerliste*|mødte_op|mødte_frem|ikke_komme|sad_med|udeblev|meldt_fra|meldte_fra|fremmøde*|hvem_var_med|hvem_var_der|hvem_manglede|hvem_mangled|hvem_mødte|hvem_kom_til_mødet|hvem_kom_ikke|hvilke_deltagere|hvem_var_syg|væk_fra|var_han_med|var_hun_med|var_han_der|var_hun_der|dukkede_op|dukkede_ikke_op|kom_ikke|mødte_ikke|deltog_ikke|var_ikke_med|meldte_afbud',
  ],
  [
    'nomination',
    'hvem_kom_med|hvem_sidder|hvem_blev_udpeget|hvem_er_udpeget|hvem_blev_valgt|hvem_er_med|hvem_står_for|hvem_tager_sig|hvem_skal_lave|hvem_skal_sidde|hvem_indgår|hvem_skal_med|udpegede|udpegning*|medlem*|hvem_består|styregruppe|arbejdsgruppe|projektgruppe',
  ],
  [
    'deadline',
    'deadline*|frist|fristen|frister|fristerne|tidsfrist*|hvornår_senest|senest_hvornår|sidste_frist|færdig_hvornår|afleveringsfrist*',
  ],
  ['duration', 'hvor_lang_tid|hvor_længe|varighed*'],
  ['frequency', 'hvor_tit|hvor_ofte'],
  [
    'date',
    'hvornår|hvornaar|dato|hvilken_dato|hvad_dato|hvilken_dag|datoen|datoer|hvad_tid|hvilket_tidspunkt|hvilke_datoer|hvilket_år|hvilken_måned|klokken',
  ],
  [
    'amount',
    'hvor_mange|hvor_meget|hvor_stor|hvor_stort|hvor_høj|hvor_højt|koster|kostede|beløb|beløbet|prisen|pris|udgift|udgiften|måltallet_for|hvor_dyrt|hvor_få|antal|antallet|i_kroner',
  ],
  ['title', 'titel|titlen|stilling|stillingsbetegnelse'],
  [
    'person',
    'hvem|hvis_ansvar|ansvarlig|tovholder|tovholderen|hvilken_afdeling|hvilken_chef|hvilken_direktør|hvad_hedder|hvad_hed|hvad_hede|at_hedde|at_hede',
  ],
  ['reason', 'hvorfor|årsagen|årsag|begrundelse*|grunden_til|baggrunden'],
  ['upcoming', 'næste_møde|kommende_møde|næste_dagsorden|kommende_dagsorden'],
  ['news', 'hvad_er_nyt|nyt_siden|siden_sidst|nye_siden'],
  [
    'timeline',
    'gennem_årene|gennem_tiden|over_tid|år_for_år|tidligere_besluttet|historik|tidslinje|tids_linje|hver_gang',
  ],
  [
    'place',
    'hvor_blev_mødet|hvor_var_mødet|hvor_er_mødet|hvor_holdt*|hvor_foregik*|mødested*|hvilket_lokale|hvilket_mødelokale|hvor_skal_mødet|hvor_sad_vi|hvor_mødtes_vi|hvor_mødes_vi|hvor_var_vi|hvor_er_vi',
  ],
  ['list', 'hvilke|liste|oversigt_over|nævn|oplist|alle_de'],
  [
    'decision',
    'besluttet|besluttede|beslutning*|beslutte|vedtog|vedtaget|godkendt|godkendte|aftalt|aftalte|aftale_om|konklusion*|konkluder*|drøftet|drøftede|sagde_vi|hvad_sker|hvad_skete|hvad_blev|udfald*|resultat|resultatet|bestemt|bestemte|endte|enedes|enige',
  ],
];

interface Cue {
  asked: AskedFor;
  words: string[];
}

const table: readonly Cue[] = cues.flatMap(([asked, forms]) =>
  forms.split('|').map((form) => ({ asked, words: foldLetters(form).split('_') })),
);

const yesNoOpeners = new Set(
  'er var har havde kan kunne skal skulle maa maatte vil ville blev bliver manglede deltog moedte fik faar findes staar godkendte'.split(
    ' ',
  ),
);

const fits = (pattern: string, word: string | undefined): boolean =>
  word !== undefined && (pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern);

const longAskingWords: readonly string[] = [
  ...new Set(table.flatMap((cue) => cue.words).filter((word) => word.length >= 6 && !word.endsWith('*'))),
];

/** "hvornar", "besluttde": a long word nobody knows that is one slip from a word that asks. */
function repairAskingWord(word: string): string {
  if (word.length < 6 || word.length > 20 || danishDictionary().has(word)) return word;
  if (table.some((cue) => cue.words.some((pattern) => fits(pattern, word)))) return word;
  return longAskingWords.find((asking) => editDistance(word, asking, 1) <= 1) ?? word;
}

export interface AskingWords {
  /** Most telling first; `topic` alone when nothing asks. */
  asked: AskedFor[];
  /** Places of the words that ask, in the words given. */
  places: ReadonlySet<number>;
}

/** "tog stilling til" asks for nobody's position. */
const isIdiom = (words: readonly string[], at: number): boolean => words[at] === 'stilling' && words[at + 1] === 'til';

/** No word that begins "var det punktet …", "var vi enige …". */
const isSomebody = (folded: string): boolean => !/^(?:det|den|de|der|vi|en|et|alle|nogen|man|i)$/.test(folded);

/** Whether a question without a cue of its own is about who came. */
function asksWhoWasThere(words: readonly string[]): boolean {
  const [first, second = ''] = words;
  // "var Rikke med på mødet?": with somebody before "med" it is about who came.
  const asksPresence =
    first === 'manglede' || first === 'moedte' || first === 'deltog' || (first === 'var' && words.indexOf('med') >= 2);
  // "var Rikke der?", "var Rikke der til mødet?", unlike "var det punktet, der …".
  const there = words.indexOf('der');
  const asksPresenceThere =
    first === 'var' &&
    there >= 2 &&
    isSomebody(second) &&
    words.slice(there + 1).every((word) => /^(?:den|d|paa|til|i|ved|moedet|moede|sidst|sidste|gang)$/.test(word));
  // "var Inger på mødet den 9/9?", unlike "var det på mødet …".
  const asksPresenceAt =
    first === 'var' && words.indexOf('paa') >= 2 && words[words.indexOf('paa') + 1] === 'moedet' && isSomebody(second);
  // "kom Peter den 3. maj?", unlike "kom der noget ud af det?"
  const asksWhoCame = first === 'kom' && !/^(?:der|det|den|vi|man|nogen|noget|de|i)$/.test(second);
  return (
    asksPresence || asksPresenceThere || asksPresenceAt || asksWhoCame || /^deltager(?:e|ne|liste)$/.test(first ?? '')
  );
}

/** Reads what a question asks for from its folded words, in order. */
export function readAskingWords(typed: readonly string[]): AskingWords {
  const words = typed.map(repairAskingWord);
  const asked: AskedFor[] = [];
  const places = new Set<number>();
  for (const cue of table) {
    for (let at = 0; at < words.length; at += 1) {
      if (!cue.words.every((pattern, index) => fits(pattern, words[at + index])) || isIdiom(words, at)) continue;
      if (!asked.includes(cue.asked)) asked.push(cue.asked);
      cue.words.forEach((_, index) => {
        places.add(at + index);
      });
    }
  }
  const first = words[0];
  // That the item was discussed only says which item is meant.
  const saysMore = asked.some((one) => one !== 'decision' && one !== 'attendance');
  if (asksWhoWasThere(words) && !saysMore) asked.unshift('attendance');
  if (first !== undefined && yesNoOpeners.has(first) && words.length > 2) asked.push('yes_no');
  if (asked.length === 0) asked.push('topic');
  return { asked, places };
}

/** Whether a question asks where help is to be had: an address to write to is then the best answer. */
export const asksForContact = (lowerText: string): boolean =>
  /(?<!\p{L})(?:hjælpe?r?|kontakte?r?|henvende|spørge|skrive til|skriver|ringe|sendes til|sende til)(?!\p{L})/u.test(
    lowerText,
  );

/** A detail that has a form of its own, such as a telephone number: it stands in a text, or it does not. */
export function findDetailForm(lowerText: string): RegExp | undefined {
  if (/telefon|(?<!\p{L})tlf/u.test(lowerText)) return /(?<!\d)(?:\d{2}\s?){4}(?!\d)/u;
  if (/mailadresse|e-mail|(?<!\p{L})mail(?:en)?(?!\p{L})/u.test(lowerText)) return /@/u;
  return undefined;
}

/** Whether a word names a kind of document, which an attachment may be. */
export const isDocumentWord = (foldedWord: string): boolean =>
  /(?:skema|ark|notat|oversigt|dokument|slides|praesentation|udkast|skabelon|drejebog)(?:et|en|er|erne|ne|s)?$/.test(
    foldedWord,
  );

/** Whether a word names a measure, so that it alone asks for a number ("svarprocent trivselsmåling"). */
export const isMeasure = (foldedWord: string): boolean =>
  /(?:procent|fravaer|udgift|beloeb|besparelse|merudgift|(?:^an|maal|indbygger|foedsels|person|elev|borger)tal)(?:et|en|er|erne|lene|let)?$/.test(
    foldedWord,
  );

/** Words so common in a meeting forum's questions that they tell little by themselves. */
export const weakWords: ReadonlySet<string> = new Set(
  foldLetters(
    `møde mødet møder mødes punkt punktet punkter punkterne sag sagen sager referat referatet referater chefforum chefforums forum
    dagsordenspunkt dagsordenspunktet kommune kommunen kommunens afdeling afdelingen afdelinger afdelingerne chef chefen chefer
    cheferne år året årene dag dagen uge ugen tid tiden gang gange nye nyt ny gammel sidste seneste næste kommende første drøfte
    drøftet drøftede drøftelse drøftelsen beslutte besluttet besluttede beslutning beslutningen orientere orienteret orientering
    orienteringen godkendt godkendte godkendelse aftalt aftale bilag bilaget navn navnet navne
    hjælpe hjælp punktets emne emnet ting sendes sende send bruges bruge brug melde ligger lå forventer forventes`,
  ).split(/\s+/),
);
