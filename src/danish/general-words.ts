import { foldLetters } from './letters.js';
import { wordForm } from './word-forms.js';

/**
 * Everyday Danish that any text may use and any question may be put in: these words say how a thing is asked for, hardly ever
 * what it is about. A noun stands here only where no municipality has an agenda item on it.
 */
const written = `
  acceptere afgøre afholde afhænge afklare aflevere afslutte afslå afvente afvise aktuel alene almindelig alvorlig
  anbefale anden anderledes andet andre ansvar ansvarlig anvende bange bare basere bede bedre bedst begge begrunde
  begynde behandle behov behøve bekræfte bemærke berørt besked beskrive beslutning bestemme bestemt betyde bevare
  bidrage blive bred bringe brug bruge bunke burde byde bære chance cirka dagsorden daværende del dele derfor
  desværre diskutere drøfte dukke dum dyr dårlig egen egentlig eksklusive ekstra elendig emne endda ende endelig
  eneste engang enig enighed enkel enkelt ensartet enten erstatte evne faktum falde fals fantastisk fast fejl fejle
  fjerne flere flest flot foregå foreligge foreslå forestille forhold forkert forklare forlange formode forrig
  forrige forskel forskellig forslå forstå forsøge fortsat fortælle forventning fremad fremlægge fremme fremover
  fungere få fælles føle følge føre først gammel generel gennemføre gennemgang gennemgå gentage gide give given glad
  glat glemme gode gribe gå gældende gøre halv handle have hel heldig hemmelig hente hinanden historie holde
  huske hyppig hyre håbe håndtere hænde hænge høj høre idag ide igang igennem imellem imens imod indebære indeholde
  indgå indhold indstilling indtil informere inklusive interessant interesse involvere især jævn kalde kende kendt
  kigge klar klare klart klog knytte komme konkret korrekt kort kraftig kræve kunne kvart lang langsom langt lave
  lavet let levere ligge ligne lille liste love lyde lykkes lyst lå lægge længe længere læse løbe løse løsning mangle
  masse medføre mene mening menneske mest midt mindre mindst modtage mulig mulighed måde mål mærke nej nem nemt
  nogenlunde nok normal notere nuværende nyttig nå nær nærmere nødt nødvendig ofte oftest omfatte omtale omtrent ondt
  opdage opfølgning opgive opleve oplyse opstå ordentlig ordne orientere overblik overhovedet overraske overveje
  papir par passe pege person pga pille pludselig pointe problem præcis præcisere præcist præsentere prøve punkt
  påvirke reagere regne relevant ret rette rigtig rimelig ringe rod rolig runde række røre samle samme sammenhæng
  sandsynlig se sen senest sidst sige sikker sikre simpel situation skabe skifte skrive skrue skubbe skulle skyde
  skyldes slags slem slet slippe slut slutte slå smart småt snart spille spørge stadig stande standse status stille
  stoppe stor stort stykke stå ståsted større størst svar svare svær særlig sætte sørge tabe tag tage tale tanke
  telle tendens tidlig tidligere tilbage tilbagevendende tilføje tillade tilstrækkelig tilsyneladende ting tom total
  tro trykke trække tvinge tvivle tydelig tælle tænke tæt udbrede udelukke udføre udgave udgøre udnytte udover udpege
  udtrykke uenig ufarlig ulempe undgå undre undvære unødvendig vedtage vende venlig vente vide videre vidst vigtig
  vinde virke virkelig vise vurdere vælge værd være værre værst yde yderligere åbenbar åbenlys årsag ændring ærlig
  øjeblik ønske øvrig
`;

let stems: ReadonlySet<string> | undefined;

/** Whether a folded word is everyday Danish that tells little about a topic. */
export function isGeneralWord(foldedWord: string): boolean {
  stems ??= new Set(
    written
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => wordForm(foldLetters(word)).stem),
  );
  return stems.has(wordForm(foldedWord).stem);
}
