import type { OutcomeCode } from '../../domain/outcome.js';

/** How decisions are worded. All patterns meet lower-case text with folded white space, cut to a sentence. */

type Spoken = Exclude<OutcomeCode, 'none' | 'unclassified' | 'approved_with_remarks'>;

/** The forum does it: "Chefforum godkendte …", "godkendte Chefforum …". */
export const activeVerbs: Record<Spoken, RegExp> = {
  approved:
    /(?<!\p{L})(?:godkendte|tiltrådte|tilsluttede|bifaldt|accepterede|bakkede op|tiltræder|godkender|(?:er|var) enige? i indstillingen|følger indstillingen|fulgte indstillingen)(?!\p{L})/gu,
  noted: /(?<!\p{L})tog(?!\p{L})(?=[^.!?]{0,400}?til (?:efterretning|orientering)(?!\p{L}))/gu,
  discussed:
    /(?<!\p{L})(?:dr?øftede|drøfter (?:punktet|sagen|orienteringen)|debatterede|gennemgik|(?:tog|havde) en (?:\p{L}+ ){0,3}drøftelse)(?!\p{L})/gu,
  resolved: /(?<!\p{L})(?:besluttede|vedtog|traf beslutning|tog beslutning|fastlagde)(?!\p{L})/gu,
  nominated: /(?<!\p{L})(?:udpegede|valgte(?= [^.]{0,120} (?:som|til) ))(?!\p{L})/gu,
  postponed:
    /(?<!\p{L})(?:udsatte|udskød|flyttede) (?:\p{L}+ )?(?:punktet|sagen|beslutningen|drøftelsen|behandlingen|orienteringen|temadrøftelsen)(?!\p{L})/gu,
  withdrawn: /(?<!\p{L})(?:trak|tog) (?:punktet|sagen) (?:tilbage|af (?:dagsordenen|dagsorden))(?!\p{L})/gu,
};

/** It is done: "Indstillingen blev godkendt", "Drøftet.", "Punktet udsættes". */
export const passiveVerbs: Record<Spoken, RegExp> = {
  approved:
    /(?<!\p{L})(?:godkendt|godkendes|tiltrådt|godkendtes|indstillingen følges|indstillingerne følges)(?!\p{L})/gu,
  noted: /(?<!\p{L})(?:tages |taget |toges )?(?:hermed )?til (?:efterretning|orientering)(?!\p{L})/gu,
  discussed: /(?<!\p{L})(?:dr?øftet|debatteret|drøftedes|gennemgået)(?!\p{L})/gu,
  resolved: /(?<!\p{L})(?:besluttet|vedtaget|besluttedes|vedtoges)(?!\p{L})/gu,
  nominated: /(?<!\p{L})(?:udpeget|valgt(?= (?:som|til)(?!\p{L}))|udpegedes)(?!\p{L})/gu,
  postponed: /(?<!\p{L})(?:udsat|udsættes|udsattes|udskudt|udskydes|flyttet|flyttes|rykkes|overføres)(?!\p{L})/gu,
  withdrawn: /(?<!\p{L})(?:udgår|udgik|udgået|trukket|(?:taget|tages) af (?:dagsordenen|dagsorden))(?!\p{L})/gu,
};

/** What is put off or taken off: the item itself. "Anlægsprojektet udskydes" is a decision of another kind, "udsatte børn" none at all. */
export const itemItself =
  /(?:^|(?<!\p{L})(?:punktet|sagen|punkt \d+|dagsordenspunktet|beslutningen|drøftelsen|behandlingen|orienteringen|temadrøftelsen|afrapporteringen|emnet)\s+(?:(?:blev|er|bliver|derfor|dermed|også)\s+)*)$/u;

/** Persons take an office without the word "udpege": "Tovholder bliver Pia", "Pia og Bo indgår i arbejdsgruppen". */
export const quietNominations = [
  /(?<!\p{L})(?:\p{L}*(?:tovholdere?|værter?|medlemmer|medlem|formand|deltagere?|repræsentanter?|stedfortrædere?|kontaktpersoner?|ansvarlige?|ejere?)) (?:bliver|er|blev) (?=\p{Lu})/u,
  /\p{Lu}\p{L}+ (?:og \p{Lu}[\p{L} ]+ )?(?:udgør|indgår|indtræder|deltager|ønsker at deltage|melder sig|repræsenterer|stiller op|vil (?:gerne )?deltage|bliver (?:ny )?(?:tovholder|formand|medlem|vært))(?!\p{L})/u,
] as const;

/** What makes an approval one with remarks, in the same sentence. */
export const remarks = [
  /(?<!\p{L})med (?:(?:følgende|de|den|det|en|et|enkelte|nogle|flere|få|mindre|faldne|nævnte|disse|to|tre|små|særlig|ovenstående|nedenstående)\s+)*(?:bemærkning|kommentar|ændring|rettelse|tilføjelse|tilretning|justering|præcisering|forbehold|opmærksomhedspunkt|tilkendegivelse|input)/u,
  /(?<!\p{L})(?:under forudsætning|forudsat|på betingelse|med undtagelse|bortset fra|på nær|idet|dog|bemærkede|bemærkes|understregede)(?!\p{L})/u,
] as const;

/** Words for the forum itself, besides its name and its abbreviation. */
export const forumWords = new Set(['forum', 'forummet', 'chefgruppen', 'ledergruppen', 'mødet', 'vi', 'cheferne']);

/** Bodies whose decisions are told, not taken: the word just before or after the verb. */
export const otherBody =
  /(?:udvalg|udvalget|udvalgene|kommunalbestyrelsen|kommunalbestyrelse|byrådet|byråd|direktionen|direktørforum|hovedmed|kommunemed|lokalmed|bestyrelsen|regeringen|folketinget|gruppen|kriseledelsen|ledelsen|netværket|staten|regionen|^kb|^øu|^kl)$/u;

/** What opens a clause that tells of something else: "som ikke blev tiltrådt", "når budgettet er godkendt". */
export const otherClause =
  /(?:[\s,(](?:som|(?<!(?:blev|er|bliver) )der)|(?:^|[\s,(])(?:når|hvis|såfremt|inden|før|efter at|efter|fordi|da|hvor|hvilket|at|om|skal|bliver|forventes|kan|vil))\s(?:[^,]*)$/u;

const nothing = new Set([
  '',
  'intet',
  'ingen',
  'ingenting',
  'intet nyt',
  'intet at bemærke',
  'intet at referere',
  'intet til eventuelt',
  'intet til referat',
  'ingen bemærkninger',
  'ingen kommentarer',
  'ingen punkter',
  'ikke noget',
  'der var intet',
  'der var intet til eventuelt',
  'der var ingen punkter',
  'der var ingen punkter til eventuelt',
  'der var ikke noget til eventuelt',
]);

/** "Intet.", a lone full stop, "Ingen bemærkninger." */
export function saysNothing(decision: string): boolean {
  if (decision.length > 80) return false;
  return nothing.has(
    decision
      .toLowerCase()
      .replace(/[^\p{L}\s]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  );
}
