import { bodyPattern, officePattern } from '../../danish/office-titles.js';

/** How decisions say who does what. */

/** Present-tense verbs that are a promise by themselves once a person or a department is their subject. */
const promises =
  'sender|udsender|fremsender|videresender|rundsender|eftersender|indsender|udarbejder|fremlægger|forelægger|vender tilbage|melder|indmelder|' +
  'tilmelder|undersøger|afklarer|følger op|samler|indsamler|opsamler|koordinerer|indkalder|inviterer|kontakter|tager kontakt|tager initiativ|' +
  'sørger for|sikrer|laver|tilretter|retter|opdaterer|reviderer|udpeger|afleverer|leverer|indleverer|indberetter|planlægger|arrangerer|' +
  'booker|bestiller|indkøber|udfylder|skriver|indhenter|arbejder videre|går videre|gennemlæser|beregner|evaluerer|implementerer|iværksætter|' +
  'igangsætter|indarbejder|justerer|tilpasser|formidler|kommunikerer|deler|opretter|nedsætter|udvikler|definerer|udvælger|prioriterer|' +
  'formulerer|tager rundt|besøger|står for|varetager|overtager|færdiggør|opsiger|registrerer|påtager sig|bærer|bringer|rykker|' +
  'er tovholder|er ansvarlig|er ansvarlige|er projektleder|har ansvaret|har opgaven|har til opgave|får ansvaret|får opgaven|får til opgave|' +
  'bliver tovholder|bliver ansvarlig';

export const promiseVerb = new RegExp(`^(?:${promises})(?!\\p{L})`, 'u');

/** Any verb in the present tense; a promise only together with a date. */
export const presentVerb =
  /^(?!(?:er|har (?:\p{L}+t|været|fået)|bliver|kan|mener|ønsker|finder (?:det|at)|ser|oplever|deler|består|indeholder|viser|fremgår|støtter|bakker|får|begynder|starter|fortsætter|gælder|udgør|koster|stiger|falder|forventer|efter|under|over|eller|hver|for|der|her|hvor|når)(?!\p{L}))\p{Ll}{2,}r(?!\p{L})/u;

/** "har den kommende temadrøftelse": taking a turn. */
export const turnVerb = /^har (?:den |det |en |et |næste |kommende )*(?:tema|oplæg|punkt|indlæg|ansvar)/u;

/** Verbs that oblige: an infinitive of action follows. */
export const modalVerb = /^(?:skal|vil|bedes|må|opfordres til at|pålægges at|forpligter sig til at)(?!\p{L})/u;

const infinitives =
  'sende|udsende|fremsende|videresende|indsende|udarbejde|fremlægge|forelægge|vende tilbage|melde|indmelde|undersøge|afklare|følge op|samle|' +
  'indsamle|koordinere|indkalde|invitere|kontakte|tage kontakt|tage initiativ|sørge for|sikre|lave|tilrette|rette|opdatere|revidere|udpege|' +
  'aflevere|levere|indberette|planlægge|arrangere|booke|bestille|udfylde|skrive|indhente|arbejde videre|gennemgå|gennemlæse|beregne|evaluere|' +
  'implementere|iværksætte|igangsætte|indarbejde|justere|tilpasse|formidle|kommunikere|oprette|nedsætte|udvikle|definere|udvælge|prioritere|' +
  'formulere|tage rundt|besøge|stå for|varetage|overtage|færdiggøre|orientere|informere|præsentere|drøfte|beskrive|vurdere|tage op|komme med|give|' +
  'holde|bidrage|prøve|tage stilling|træffe';

/** The infinitive may stand after an adverbial: "skal på et kommende møde definere". */
export const infinitiveAhead = new RegExp(`(?<!\\p{L})(?:${infinitives})(?!\\p{L})`, 'u');

const passives =
  'sendes|udsendes|fremsendes|rundsendes|udarbejdes|fremlægges|forelægges|meldes|undersøges|afklares|følges op|samles|indsamles|koordineres|' +
  'indkaldes|inviteres|afholdes|holdes|laves|tilrettes|justeres|opdateres|revideres|afleveres|leveres|indberettes|planlægges|udfyldes|skrives|' +
  'arbejdes videre|gennemgås|beregnes|evalueres|implementeres|iværksættes|igangsættes|indarbejdes|tilpasses|oprettes|nedsættes|defineres|' +
  'udvælges|prioriteres|formuleres|færdiggøres|præsenteres|drøftes|behandles|besluttes|vedtages|genbesøges|genoptages|tages op|sættes på|' +
  'vendes tilbage|gøres|udpeges|findes|indmeldes|gives';

/** "sendes", "følges op": something is done, by whom is said elsewhere or not at all. */
export const passiveVerb = new RegExp(`(?<!\\p{L})(?:${passives})(?!\\p{L})`, 'u');

/** Where the verb's own clause ends and another begins. */
export const nextClause =
  /[,;:] (?:som|der|hvorefter|så|og|men|hvis|når|at|hvor|hvad|mens|idet|da|fordi|samt)(?!\p{L})/u;

/** "Punktet udgik og behandles i januar": what becomes of the item is its outcome. */
export const itemPutOff =
  /^(?:punktet|sagen|emnet|dagsordenspunktet)(?!\p{L}).{0,60}?(?<!\p{L})(?:udgik|udgår|udgået|udsættes|udsat|udskydes|udskudt)(?!\p{L})/iu;

/** "… med den bemærkning, at målet skal genbesøges": a remark obliges only those it names. */
export const remarkOpening = /(?<!\p{L})(?:bemærkning(?:en)?|kommentar(?:en)?|bemærkede|understregede),? at(?!\p{L})/u;

/** A rule for always is no promise. */
export const forAlways = /(?<!\p{L})(?:fremover|fremadrettet|altid|løbende|som hovedregel)(?!\p{L})/u;

/** "Deadline for dette arbejde er …", "Fristen er …": the date of what was said before. */
export const deadlineSentence = /^(?:deadlinen?|fristen?|tidsfristen?|svarfristen?|afleveringsfristen?)(?!\p{L})/iu;

/** What may stand between subject and verb. */
export const beforeVerb =
  /^(?:,?\s(?:som|der)\s[^,.;]{1,80}?(?=\s\p{Ll}+r(?!\p{L}))|\s(?:snarest|derfor|efterfølgende|herefter|samtidig|også|desuden|hver især|derefter|i fællesskab|selv|hver))?,?\s/u;

/** What opens a clause of its own, in which someone may promise something. */
export const clauseOpening =
  /(?:^|[,;:]\s|\s)(?:hvorefter|mens|imens|og at|samt at|men at|at|så|men|og|samt|idet|derfor|herefter|derefter)\s(?=\S)/gu;

/** A clause after one of these only asks, supposes or explains; it promises nothing. */
export const idleOpening =
  /(?<!\p{L})(?:om|hvis|når|hvad|hvem|hvordan|hvornår|hvilke|hvilken|hvor|som|der|fordi|muligheden for|mulighed for|forslag om|ønske om|for|ved|uden|efter)(?: at)?\s*$/u;

/** A sentence that begins with one of these has its subject after the verb: "Videre sender Økonomi …". */
export const adverbialOpening =
  /^(?:på|i|inden|senest|herefter|derefter|derfor|videre|herudover|desuden|endvidere|efterfølgende|ultimo|primo|medio|midt|den \d|fra|efter|til|som|når|ligeledes|dermed|frem|forud|samtidig|yderligere|endelig|snarest|for|ved|med|under|afslutningsvis|fremadrettet|næste|hvorefter|hvor|så|og|uge)(?!\p{L})/iu;

/** Single capitalised words that name no one who acts. */
export const namesNobody =
  /^(?:kommunen|danmark|der|det|den|de|disse|dette|denne|begge|indstillingen|indstillingerne|punktet|sagen|mødet|ingen|intet|man|nogle|flere|enkelte|følgende|hvis|når|som)$/iu;

/** Common first names that end like a noun with its article. */
export const namesLikeNouns = new Set(
  (
    'kirsten karsten carsten kristen christen jørgen søren steen sten maren karen ellen helen torben thorben morten preben esben espen bent ' +
    'helene lene malene marlene irene charlene bjarne hjarne arne erne marianne carmen jepsen ann-helene ulla-lene jørn'
  ).split(' '),
);

const capital = "\\p{Lu}[\\p{L}\\d.’'/&-]*";
const name = `${capital}(?: (?:& |de |von |van )?${capital}){0,4}`;
/** "Borger, Arbejdsmarked & Erhverv": commas inside a department's name. */
const department = `(?:${capital}(?:, ${capital}){1,3},? (?:&|og) ${capital}(?: & ${capital})?|${name})`;
const determiner =
  '(?:alle|hver|hvert|hver enkelt|den enkelte|de enkelte|samtlige|de relevante|de øvrige|øvrige|de ansvarlige|de berørte|begge|de|den|en)';
const plainNoun = `(?:${officePattern}|${bodyPattern}|budgetansvarlige|deltagerne|skribenter|vi)`;
const unit =
  `(?:(?:${determiner} )(?:\\p{Ll}+ )?${plainNoun}(?: (?:for|i) ${department})?` +
  `|${plainNoun}(?: (?:for|i|af) ${department})?(?: ${name})?` +
  `|${department})`;

/** One or several who can do something, at the beginning of a text. */
export const ownerPattern = new RegExp(`^${unit}(?:(?:, | og | samt |, og )${unit}){0,6}(?!\\p{L})`, 'u');

/** A text that begins with a capital. */
export const capitalised = new RegExp(`^${capital}`, 'u');

/** "… i alle afdelinger", "… af Økonomi & Stab": who is to do what a passive sentence says. */
export const ownerInside = /(?<!\p{L})(?:af|i|hos) (?=(?:alle|hver|samtlige|de enkelte|den enkelte|\p{Lu}))/gu;
