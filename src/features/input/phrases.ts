import type { InputValue, StanceChoice } from '../../domain/input.js';
import { inBoth } from '../../domain/language.js';
import { english } from './phrases.en.js';

type Attends = Extract<InputValue, { kind: 'availability' }>['attends'];

export const danish = {
  stances: {
    no_remarks: 'Ingen bemærkninger',
    remarks: 'Bemærkninger',
    wants_discussion: 'Ønsker drøftelse',
    reservation: 'Forbehold',
  } satisfies Record<StanceChoice, string>,
  attendance: {
    whole: 'Deltager',
    part: 'Deltager i en del af mødet',
    absent: 'Afbud',
  } satisfies Record<Attends, string>,
  labels: {
    stance: 'Hvad er din holdning?',
    stanceColumn: 'Holdning',
    stanceMissing: 'Vælg, hvad din holdning er.',
    remark: 'Bemærkning',
    remarkMissing: (choice: string): string => `Skriv kort hvorfor, når du vælger "${choice}".`,
    wantsDiscussion: 'Jeg ønsker punktet drøftet på mødet',
    seen: 'Set',
    seenWantsDiscussion: 'Set, ønsker drøftelse',
    approval: 'Kan referatet godkendes?',
    approvalMissing: 'Vælg, om referatet kan godkendes.',
    approved: 'Godkendt',
    hasCorrection: 'Jeg har en rettelse',
    correction: 'Rettelse',
    correctionItem: 'Til punkt nummer',
    correctionItemFault: 'Skriv punktets nummer, eller lad feltet stå tomt.',
    correctionItemUnknown: (number: number): string =>
      `Punkt ${number} står ikke i referatet. Vælg et af dets punkter.`,
    correctionWhere: 'Hvilket punkt i referatet?',
    wholeMinutes: 'Ikke et bestemt punkt',
    correctionMissing: 'Skriv, hvad der skal rettes.',
    correctionTo: (number: number): string => `Rettelse til punkt ${number}`,
    tooLong: (max: number, given: number): string =>
      `Teksten er for lang. Der er plads til ${max} tegn; du har skrevet ${given}.`,
    numberExample: 'For eksempel 1250 eller 12,5',
    numberFault: 'Skriv et tal, for eksempel 1250 eller 12,5.',
    dateFault: 'Vælg en dato.',
    choiceMissing: 'Vælg en af mulighederne.',
    answerMissing: 'Spørgsmålet skal besvares.',
    answerOne: 'Besvar mindst ét spørgsmål.',
    nominatedName: (number: number | null, isOptional: boolean): string =>
      `${number === null ? 'Navn' : `Navn, person ${number}`}${isOptional ? ' (valgfri)' : ''}`,
    nominatedTitle: (number: number | null): string => (number === null ? 'Stilling' : `Stilling, person ${number}`),
    nobody: 'Ingen fra os',
    nameMissing: 'Skriv navnet.',
    nobodyAndName: 'Vælg enten "Ingen fra os", eller skriv et navn.',
    tooFewNames: (atLeast: number, atMost: number): string => {
      if (atLeast === 1) return 'Skriv et navn, eller vælg "Ingen fra os".';
      return `Skriv ${atLeast === atMost ? '' : 'mindst '}${atLeast} navne, eller vælg "Ingen fra os".`;
    },
    attends: 'Deltagelse i mødet',
    attendsMissing: 'Vælg, om du deltager.',
    absentFrom: 'Punkter, du ikke er med til (numre)',
    absentFromMissing: 'Skriv numrene på de punkter, du ikke er med til, for eksempel "3, 5".',
    absentFromUnknown: (numbers: readonly number[]): string =>
      `${numbers.length === 1 ? 'Punkt' : 'Punkterne'} ${numbers.join(', ')} står ikke på dagsordenen. Skriv numre, der gør.`,
    notAt: 'ikke punkt',
    deputy: 'Hvem kommer i stedet?',
    deputyShort: 'stedfortræder',
    yes: 'Ja',
    no: 'Nej',
  },
} as const;

export const stanceTitles = inBoth(danish.stances, english.stances);
export const attendanceTitles = inBoth(danish.attendance, english.attendance);
/** The controls of the forms, what is wrong with what was written, and the columns of exports. */
export const labels = inBoth(danish.labels, english.labels);

/** A line before a list that makes its points questions to the departments. */
export const questionsFollow =
  /(?:^|\s)(?:forhold(?:er|e)? sig til|besvare(?:r|s)?|overveje(?:r|s)?|svare(?:r)? på|tage stilling til|stillingtagen til|spørgsmål(?:ene)?)(?=[\s:,.]|$)/iu;

/** What departments, and not one of them alone, are to consider: the sentence's rest after the words that say so. */
export const considered =
  /(?:^|\s)(?:hver afdeling|\p{L}{0,20}(?:afdelinger|områder|forvaltninger|chefer|direktører|centre|stabe)(?:ne)?)\s(?:[^.:?]{0,60}\s)?overvejer?,?\s(?<what>(?:om|hv\p{L}{1,12})\s[^:]{4,200})$/iu;

/** Words by which departments are to name somebody. */
export const nominates =
  /(?:^|\s)(?:udpeg(?:er|es|e|ning)|indstill(?:er|es|e) (?:en|ét|et|to|tre|\d) (?:medlem|repræsentant|person|medarbejder)\p{L}*|meld(?:er|es|e) [^.]{0,80}\bind)(?=[\s:,.]|$)/iu;
