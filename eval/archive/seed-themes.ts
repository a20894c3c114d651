import type { Theme } from './theme.js';

/**
 * The seeds' own topics in other words and with other facts, for meetings in the years before theirs: asked without a year, the
 * newest decision is right, and that is to stay the seeds'.
 */
export const seedThemes: readonly Theme[] = [
  {
    topics: [
      'borgermøde om budget {y}',
      'budgetkatalog {y}',
      'tidsplan for budget {y}',
      'måltal for budget {y}',
      'anlægsplan {y}',
      'høring om budget {y}',
    ],
    case: [
      'Budgetlægningen for {y} begynder med et måltal på {m} mio. kr., som fordeles efter afdelingernes serviceramme.',
      'Sidste år kom der {n} borgere til mødet i kulturhuset, og halvdelen havde ikke deltaget før.',
      'Kataloget rummede {n} forslag, hvoraf {b} kommenterede de fleste.',
      'Anlægsrammen er {m} mio. kr., og overførslerne fra året før er højere end normalt.',
      'Direktionen ønsker færre og større forslag, så {d} kan nå at beskrive konsekvenserne.',
      'Høringsmaterialet ligger på hjemmesiden fra {date}.',
      'Byrådet mødes til seminar om budgettet {date}.',
    ],
    decisions: [
      'Chefforum godkendte tidsplanen. Forslag sendes til {d} senest {date}.',
      'Måltallet blev fastsat til {m} mio. kr. med {n} procent til fælles puljer.',
      'Borgermødet holdes {date} i byrådssalen. {p} står for tilmelding.',
    ],
  },
  {
    topics: ['sygefravær i {y}', 'nedbringelse af sygefraværet', 'trivselsmåling {y}', 'ledelsesevaluering {y}'],
    case: [
      'Fraværet var {m} procent mod {m} procent året før, og det er især det lange fravær, der vokser.',
      '{n} procent svarede på målingen. Laveste score er for balance mellem krav og tid.',
      'Omsorgssamtaler holdes oftere end før, men i {d} kommer de sent i gang.',
      'Konsulenterne har besøgt {n} arbejdspladser og peger på den nærmeste leders rolle.',
      '{b} foreslår et fælles mål for fraværet for hele kommunen.',
      'Spørgerammen blev kortet fra {n} til {n} spørgsmål efter kritik fra {d}.',
    ],
    decisions: [
      'Chefforum satte målet til {m} procent ved udgangen af {y}.',
      'Målingen gennemføres i uge {n}. Resultaterne drøftes i MED-udvalgene inden {date}.',
      '{p} taler med de tre enheder, som har det højeste fravær.',
    ],
  },
  {
    topics: ['ESDH-system', 'databeskyttelse', 'informationssikkerhed og phishing', 'aflevering af data til arkiv'],
    case: [
      'Systemet blev taget i brug i {y}, og {n} af kommunens {n} fagsystemer er koblet til.',
      'Leverandøren opsiger driftsaftalen, så et udbud skal være gennemført inden {date}.',
      'I en prøve klikkede {n} procent på linket i en falsk mail, og {n} medarbejdere opgav deres kode.',
      'Tilsynet fandt, at fortegnelserne i {d} ikke var opdateret siden {y}.',
      'Sagsbehandlerne søger forgæves efter bilag, fordi titlerne ikke følger vejledningen.',
      'Superbrugerne bruger {n} timer om ugen på spørgsmål fra kolleger.',
    ],
    decisions: [
      'Chefforum valgte model {n}. Udbudsmaterialet sendes ud {date}.',
      'Hver afdeling gennemgår sine behandlingsaktiviteter og melder tilbage til {p} senest {date}.',
      'Alle ledere gennemfører kurset i sikker mail inden {date}.',
    ],
  },
  {
    topics: [
      'klimaplan',
      'klimapartnerskab',
      'elbiler',
      'energibesparelser i kommunale bygninger',
      'kørsel i egen bil',
    ],
    case: [
      'Udledningen fra kommunens bygninger er faldet med {n} procent siden {y}.',
      '{n} biler kører under {n} kilometer om dagen og kan uden videre udskiftes.',
      'Temperaturen på kontorerne sænkes til {n} grader, og ventilationen slukkes om natten.',
      'Partnerskabet koster {m} mio. kr. om året, fordelt efter indbyggertal.',
      'Solceller på {d}s tage kan tjene sig hjem på {n} år.',
      'Godtgørelsen for kørsel udgjorde {m} mio. kr., heraf halvdelen i hjemmeplejen.',
    ],
    decisions: [
      'Chefforum besluttede, at nye biler er på el fra {date}.',
      'Kommunen træder ind i partnerskabet for {n} år. {p} sidder i styregruppen.',
      '{d} opgør forbruget hvert kvartal og melder det ind til {p}.',
    ],
  },
  {
    topics: ['kommunikationsstrategi', 'sociale medier', 'intern kommunikation', 'skabelon for dagsordenspunkter'],
    case: [
      'Kommunen har {n} sider på sociale medier, og {n} af dem er ikke opdateret i et halvt år.',
      'Intranettet læses mest om morgenen, og {n} procent af medarbejderne logger aldrig på.',
      'Pressehenvendelser besvares i dag af den afdeling, der bliver ringet til.',
      'Dagsordenspunkterne fylder i snit {n} sider, og indstillingen står ofte uklart.',
      'Netværket af webredaktører har {n} medlemmer, flest i {d}.',
    ],
    decisions: [
      'Antallet af sider nedbringes til {n}. {p} lukker de øvrige inden {date}.',
      'Skabelonen afprøves i {n} måneder og evalueres {date}.',
      'Strategien blev godkendt med den ændring, at {d} selv svarer på faglige spørgsmål.',
    ],
  },
  {
    topics: ['borgerservice', 'befolkningsprognose {y}', 'selvbetjening', 'åbningstider i borgerservice'],
    case: [
      'Der var {n} procent færre henvendelser ved skranken, men flere opkald.',
      'Prognosen viser {n} flere indbyggere over 80 år i {y}.',
      'Borgere uden NemID får hjælp ved en bemandet skærm.',
      'Tilflytningen er størst i de nye boligområder, mens landdistrikterne taber {n} procent.',
      'Torsdag eftermiddag venter man i gennemsnit {n} minutter.',
    ],
    decisions: [
      'Åbningstiden ændres fra {date}, så der er længe åbent om torsdagen.',
      'Prognosen lægges til grund for budget {y}.',
      '{d} forsøger sig med tidsbestilling i {n} måneder.',
    ],
  },
  {
    topics: [
      'ledelsesudvikling',
      'lederdag {y}',
      'introduktion af nye medarbejdere',
      'hjemmearbejde',
      'beredskabsplan',
    ],
    case: [
      '{n} ledere har taget et modul på diplomuddannelsen, og {n} er på venteliste.',
      'Dagen i {y} handlede om borgerens møde med kommunen og fik {n} ud af 100 i evalueringen.',
      'Nye medarbejdere får i dag en mappe, men først efter {n} dage adgang til systemerne.',
      'Ved en øvelse tog det {n} minutter at samle krisestaben.',
      'Aftalen giver mulighed for {n} dage om måneden, hvis lederen er enig.',
      'Konsulenthuset tilbyder forløbet for {m} mio. kr., mens egne undervisere koster det halve.',
    ],
    decisions: [
      'Lederdagen holdes {date}. {p} og {p} planlægger den.',
      'Velkomstmødet holdes {n} gange om året med deltagelse af direktionen.',
      'Planen blev godkendt og øves igen senest {date}.',
    ],
  },
];
