/*
 * Building blocks of the generated archive: topics, and sentences with places to fill. `{t}` the topic, `{T}` with a capital,
 * `{d}` a department, `{p}` a person, `{y}` a year, `{n}` a number, `{m}` an amount in millions, `{date}` a date after the
 * meeting, `{b}` a body that is heard.
 */

/** The seeds' own topics: only in years before theirs, so that the newest decision stays the seeds'. */
export const seedTopics: readonly string[] = [
  'borgermøde om budget {y}',
  'budgetkatalog {y}',
  'tidsplan for budget {y}',
  'måltal for budget {y}',
  'anlægsplan {y}',
  'sygefravær i {y}',
  'trivselsmåling {y}',
  'klimaplan',
  'klimapartnerskab',
  'ESDH-system',
  'databeskyttelse',
  'informationssikkerhed og phishing',
  'ledelsesudvikling',
  'lederdag {y}',
  'introduktion af nye medarbejdere',
  'kommunikationsstrategi',
  'borgerservice',
  'befolkningsprognose {y}',
  'hjemmearbejde',
  'sociale medier',
  'beredskabsplan',
  'kunstig intelligens i sagsbehandlingen',
  'energibesparelser i kommunale bygninger',
];

export const otherTopics: readonly string[] = [
  'økonomirapport nr. {n}',
  'indkøbsaftaler',
  'kørselsordning',
  'tandplejens lokaler',
  'musikskolens åbningstider',
  'vintervedligeholdelse af cykelstier',
  'affaldssortering på rådhuset',
  'kantinens priser',
  'arkivering af gamle sager',
  'digital post til virksomheder',
  'ferieplanlægning',
  'lokaleplan for rådhuset',
  'frivilligpolitik',
  'skolernes ferieplan',
  'dagtilbuddenes åbningstider',
  'hjemmeplejens vagtplaner',
  'genoptræning efter udskrivning',
  'rekruttering af sygeplejersker',
  'seniorpolitik',
  'lærlinge og elever',
  'byens træer',
  'legepladser',
  'busdrift i aftentimerne',
  'trafiksikkerhed ved skoler',
  'vedligeholdelse af veje',
  'havnens fremtid',
  'svømmehallens takster',
  'bibliotekernes betjening',
  'erhvervsserviceordning',
  'boligplaceringer',
  'virksomhedsbesøg',
  'jobcentrets resultater',
  'socialtilsyn',
  'mellemformer i folkeskolen',
  'skolefravær',
  'pædagogisk tilsyn',
  'madspild i institutioner',
  'rengøringsstandarder',
  'telefonitid i omstillingen',
  'mødekultur',
  'whistleblowerordning',
  'arbejdspladsvurdering',
  'lønforhandlinger {y}',
  'personalehåndbog',
  'barselsvikarer',
  'forsikringer',
  'ejendomsvurderinger',
  'grundsalg',
  'lokalplaner',
  'grundvandsbeskyttelse',
  'klimatilpasning ved vandløb',
  'ladestandere',
  'delebiler',
  'varmeforsyning',
  'genbrugspladser',
];

export const titleForms: readonly string[] = [
  '{T}',
  'Orientering om {t}',
  'Status på {t}',
  'Beslutning om {t}',
  'Temadrøftelse: {T}',
  'Drøftelse af {t}',
  'Evaluering af {t}',
  'Opfølgning på {t}',
  'Videre proces for {t}',
  'Udpegning til arbejdsgruppe om {t}',
];

export const occasions: readonly string[] = [
  '{d} har bedt om at få {t} på dagsordenen.',
  'Chefforum drøftede {t} i {y} og bad om en opfølgning.',
  'Økonomiudvalget har spurgt til {t}.',
  'Der er kommet nye tal for {t}.',
  'Aftalen om {t} udløber ved årets udgang.',
  'Revisionen har anbefalet, at arbejdet med {t} beskrives bedre.',
];

export const caseSentences: readonly string[] = [
  '{d} har samlet erfaringerne fra {n} enheder, og billedet er blandet.',
  'Udgiften var {m} mio. kr. sidste år og ventes at stige til {m} mio. kr.',
  'Arbejdsgruppen har holdt {n} møder og hørt {b}.',
  '{b} har afgivet høringssvar og peger især på, at fristerne er for korte.',
  'I {y} blev ordningen ændret, så {d} fik det samlede ansvar.',
  'Der er indkommet {n} svar, og to tredjedele er positive.',
  'Forslaget kan gennemføres inden for den nuværende ramme, hvis {d} prioriterer opgaven.',
  'Medarbejderne oplever, at opgaven fylder mere end ventet, især i ydertimerne.',
  'Sammenlignet med nabokommunerne bruger vi lidt mere pr. indbygger.',
  'Leverandøren har meldt om forsinkelser på op til {n} uger.',
  '{p} har beskrevet tre mulige modeller, som adskiller sig i pris og tempo.',
  'Den billigste model koster {m} mio. kr. og kræver, at {n} lokaler ryddes.',
  'Loven giver kommunen frihed til selv at vælge, hvordan {t} tilrettelægges.',
  'Der er behov for en fælles linje på tværs af afdelingerne.',
  'Tallene er usikre, fordi registreringen først blev ensartet i {y}.',
  'Borgerne efterspørger klar besked og én indgang.',
  'Det nuværende system kan ikke længere opdateres efter {date}.',
  'Tilfredsheden er steget fra {n} til {n} procent siden sidste måling.',
];

export const recommendationPoints: readonly string[] = [
  'at orienteringen tages til efterretning',
  'at {t} drøftes',
  'at model {n} for {t} godkendes',
  'at {d} udarbejder et oplæg inden {date}',
  'at der nedsættes en arbejdsgruppe med {n} medlemmer',
  'at hver afdeling udpeger en kontaktperson senest {date}',
  'at udgiften på {m} mio. kr. indarbejdes i budgettet',
];

export const decisions: readonly string[] = [
  'Chefforum tog orienteringen til efterretning.',
  'Chefforum godkendte indstillingen.',
  'Chefforum drøftede {t}. {p} samler input og vender tilbage {date}.',
  'Chefforum besluttede at udsætte punktet, til {b} har udtalt sig.',
  'Chefforum godkendte indstillingen med den bemærkning, at {d} følger udgiften tæt.',
  'Chefforum besluttede, at {d} sender en plan for {t} senest {date}.',
  'Chefforum udpegede {p} og {p} til arbejdsgruppen.',
  'Punktet udgik.',
  'Chefforum besluttede en ramme på {m} mio. kr. og bad {d} om en status om et halvt år.',
  '{p} orienterede om {t}. Chefforum bakkede op om retningen, men ønsker en enklere model.',
];

export const departments: readonly string[] = [
  'Økonomi & Stab',
  'Børn & Familie',
  'Skole & Uddannelse',
  'Miljø & Teknik',
  'Kultur & Fritid',
  'Borger & Arbejdsmarked',
  'Ældre & Sundhed',
  'By & Ejendomme',
  'HR & Kommunikation',
  'Digitalisering & IT',
];

export const bodies: readonly string[] = [
  'HovedMED',
  'Ældrerådet',
  'Handicaprådet',
  'skolebestyrelserne',
  'Grønt Råd',
  'de faglige organisationer',
];

export const firstNames: readonly string[] =
  'Agnes Bjarke Cecilie Ditlev Esther Folmer Gudrun Holger Ingeborg Jeppe Klara Laust Maren Niels Olga Palle Ragnhild Svend Thora Ulrik Viola Aksel'.split(
    ' ',
  );
export const lastNames: readonly string[] =
  'Aggerbo Brinkholt Callesgaard Drejby Elkjærhus Fuglhede Grønlykke Hedevang Isbjerg Juelsmark Kærholm Lindeskov Mosehøj Nørlykke Overdal Pilekrog Ravnsbæk Stenhøj Toftelund Uglebjerg Vesterbo'.split(
    ' ',
  );
