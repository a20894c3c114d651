import { foldLetters } from '../../danish/letters.js';
import { stopWords } from '../../danish/stop-words.js';
import type { Answer } from '../../domain/answer.js';
import type { MeetingSummary } from '../../store/ports.js';
import { searchedIn } from './archive.js';
import { phrases } from './phrases.js';

/** What people ask or say to Referent itself. */
export type Small = 'who' | 'can' | 'robot' | 'keeps' | 'knows' | 'made' | 'wrong' | 'greeting' | 'thanks' | 'joke';

/** Words before and after that change nothing. Each is followed or preceded by a blank. */
const opening =
  /^(?:(?:hej|hejsa|goddag|godmorgen|hallo|hey|hello|hi|øh|øhm|så|og|men|jamen|sig mig|referent|du|ok|okay) )+/u;
const ending = /(?: (?:egentlig|egentligt|så|lige|nu|her|referent|ellers|tak|please|for noget|for en|mon|dog))+$/u;

/** The whole of what was said must be one of these: "hvad kan du huske om elbiler" is no question about Referent. */
const sayings: readonly [Small, RegExp][] = [
  ['greeting', /^(?:hej|hejsa|hej hej|goddag|god ?morgen|god dag|hallo|halløj|hey|hi|hello|dav|davs|mojn|godaften)$/u],
  [
    'thanks',
    /^(?:(?:mange|tusind|1000) )?tak(?: for (?:det|hjælpen|svaret|i dag))?$|^(?:thanks|thank you|super|perfekt|fedt|fint|godt|ok|okay|farvel|hej hej|vi ses)$/u,
  ],
  [
    'who',
    /^(?:hvem|hvad) er (?:du|det her|denne bot|referent|det her for en bot)$|^hvad (?:hedder|laver|gør) du$|^hvem (?:taler|skriver|snakker) jeg med$|^(?:who|what) are you$/u,
  ],
  [
    'can',
    /^hvad kan (?:du|referent|jeg spørge(?: dig)?(?: om)?|man spørge(?: dig)?(?: om)?|du hjælpe(?: mig)? med|du bruges til|du svare på)$|^hvordan (?:virker|fungerer) (?:du|det|det her)$|^hvordan (?:bruger|spørger) (?:jeg|man)(?: dig)?$|^kan du hjælpe(?: mig)?$|^(?:hjælp|help)(?: mig)?$|^what can (?:you do|i ask(?: you)?)$/u,
  ],
  [
    'robot',
    /^er (?:du|det|dette) (?:en |et |bare |virkelig |rigtigt )*(?:bot|robot|chatbot|chat bot|maskine|menneske|person|program|ai|kunstig intelligens|chatgpt|gpt|sprogmodel|copilot)$|^bruger du (?:ai|kunstig intelligens|chatgpt|copilot|en sprogmodel|sprogmodeller)$|^(?:are you (?:a )?(?:bot|robot|human|ai))$|^(?:opfinder|finder) du (?:selv )?(?:på )?(?:svar|svarene|ting|noget)$|^kan (?:jeg|man) stole på (?:dig|det|dine svar|svarene)$/u,
  ],
  [
    'keeps',
    /^(?:gemmer|husker|logger|registrerer|optager|sletter|lagrer) (?:du|i|referent) (?:(?:på )?(?:det|alt|hvad|noget|mine|mit|vores|samtalen|hvem|det hele)(?: (?:jeg|vi|man|der|af|det|spørgsmål|spørgsmålene|beskeder|navn|data|samtale|samtalen|bliver|skriver|spørger|spørger om|har skrevet|siger|hvad))*)?$|^(?:hvem|kan (?:andre|nogen|min chef|sekretariatet)) (?:kan )?se,? (?:hvad|det|mine) (?:jeg )?(?:har )?(?:spørger|skriver|skrevet|spurgt|spørgsmål|beskeder)(?: om| dig om)?$|^(?:bliver|er) (?:det|samtalen|mine spørgsmål|det jeg skriver)(?: her)? (?:gemt|logget|fortroligt?|anonymt?)$|^(?:hvad|hvor) gemmer du(?: om mig)?$|^do you (?:store|save|log) (?:what i write|this|my questions)$|^er du gdpr(?:.| )?(?:sikker|compliant)?$/u,
  ],
  [
    'knows',
    /^hvor (?:har du det fra|ved du det fra|får du (?:det|svarene|din viden|dine svar) fra)$|^hvilke (?:referater|møder|år|data) (?:har|kender|søger) du(?: adgang til| i)?$|^hvor (?:langt tilbage|mange referater|mange møder) (?:går|har|kender|søger|kan) (?:du|arkivet)(?: søge| huske)?$|^hvad ved du(?: noget om)?$|^hvad (?:søger|leder) du i$/u,
  ],
  [
    'made',
    /^hvem (?:har )?(?:lavet|lavede|udviklet|bygget|programmeret|ejer|står bag|passer|bestemmer over)(?: du)? ?(?:dig|referent)?$/u,
  ],
  [
    'wrong',
    /^(?:det|svaret) (?:er|var|passer) (?:ikke rigtigt?|forkert|ikke sandt|ikke|løgn|noget vrøvl|vrøvl|helt forkert)$|^du (?:tager fejl|tog fejl|er dum|svarer forkert|lyver|er ubrugelig|forstår (?:mig |det )?ikke(?: noget)?)$|^(?:forkert|nej det er forkert|øv|vrøvl|ubrugeligt?)$/u,
  ],
  [
    'joke',
    /^(?:fortæl|sig|kender du|kan du(?: fortælle)?) (?:mig )?(?:en |nogen )?(?:vittighed|vits|joke|sjov historie)$|^(?:hvordan (?:har du det|går det)|hvad så|er du der|er du vågen|hvor gammel er du|hvor bor du|har du det godt)$/u,
  ],
];

/** Somebody speaks to Referent, or of what they write to it. */
const speaksToReferent = /(?<!\p{L})(?:du|dig|din|dit|dine|(?:det|hvad) jeg (?:skriver|spørger))(?!\p{L})/u;
/** Whoever says "we" means the forum: "husker du, hvad vi sagde". */
const speaksOfForum = /(?<!\p{L})(?:vi|os|vores|chefforum\p{L}*|forummet)(?!\p{L})/u;
/** The words people use of a bot. A question with any other telling word is about the minutes. */
const wordOfBots =
  /^(?:adgang|læser?|gemmer?|gemt|slettes?|sletter|skriver|skrevet|spørger?|spurgt|spørgsmål\p{L}*|data|fortroligt?|anonymt?|logge[rst]?|chatgpt|gpt|ai|copilot|sprogmodel\p{L}*|robot|bot|kunstig|intelligens|stole|opfinder|svar\p{L}*|kommer|kilder?|henter|forstår?|virker|fungerer|hjælpe?r?|bruge[rs]?|andre|chefen?|sekretariatet|rigtige?|egne|ting)$/u;
/** What a question of nothing but such words asks, the surest sign first. */
const hints: readonly [Small, RegExp][] = [
  ['keeps', /adgang|læse|gem|slet|fortrolig|anonym|logge/u],
  ['robot', /gpt|(?<!\p{L})(?:ai|bot|robot)(?!\p{L})|copilot|sprogmodel|kunstig|stole|opfinder/u],
  ['knows', /kommer|kilde|henter/u],
  ['wrong', /ikke/u],
  ['can', /virker|fungerer|spørge|hjælpe|bruge/u],
];

/** "hvor kommer dine svar fra", however it is put: nothing but words about a bot. */
function readHint(words: string): Small | undefined {
  if (!speaksToReferent.test(words) || speaksOfForum.test(words)) return undefined;
  const isOfBots = words.split(' ').every((word) => wordOfBots.test(word) || stopWords.has(foldLetters(word)));
  return isOfBots ? hints.find(([, hint]) => hint.test(words))?.[0] : undefined;
}

/** What is said to a bot is short; in characters. */
const longest = 100;

/** The words of a text alone, lower case, with single blanks. */
const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();

/** What is said to Referent itself, and about nothing else; undefined for a question about the minutes. */
export function readSmallTalk(text: string): Small | undefined {
  if (text.length > longest) return undefined;
  const whole = wordsOf(text);
  const bare = whole.replace(opening, '').replace(ending, '').trim();
  for (const [kind, saying] of sayings) if (saying.test(whole) || saying.test(bare)) return kind;
  return readHint(whole);
}

/** What Referent says of itself; undefined where something else was asked. Nothing is searched. */
export function answerAboutReferent(text: string, meetings: readonly MeetingSummary[]): Answer | undefined {
  const asked = readSmallTalk(text);
  if (asked === undefined) return undefined;
  const searched = searchedIn('', meetings);
  const said = asked === 'knows' ? phrases.knows(searched) : phrases.aboutReferent[asked];
  return { status: 'not_found', intent: 'item', text: said, sources: [], suggestions: [], searched };
}
