/* Forms that every topic of the generated archive is written in; see `Theme` for the places to fill. */

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
  'Flere afdelinger efterspørger fælles retningslinjer for {t}.',
  'Direktionen ønsker en drøftelse af {t}, før sagen går til udvalget.',
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
  'En pjece om {t} sendes til alle ledere, når den er rettet til.',
  'To kommuner har prøvet noget lignende og opgav det efter {n} måneder.',
  'Risikoen er, at {d} står med opgaven alene.',
  'Bevillingen fra staten dækker {n} procent i det første år og derefter intet.',
];

export const recommendationPoints: readonly string[] = [
  'at orienteringen tages til efterretning',
  'at {t} drøftes',
  'at model {n} for {t} godkendes',
  'at {d} udarbejder et oplæg inden {date}',
  'at der nedsættes en arbejdsgruppe med {n} medlemmer',
  'at hver afdeling udpeger en kontaktperson senest {date}',
  'at udgiften på {m} mio. kr. indarbejdes i budgettet',
  'at {p} repræsenterer Chefforum i styregruppen',
];

export const decisions: readonly string[] = [
  'Chefforum tog orienteringen til efterretning.',
  'Chefforum godkendte indstillingen.',
  'Chefforum drøftede {t}. {p} samler input og vender tilbage {date}.',
  'Chefforum besluttede, at {d} sender en plan for {t} senest {date}.',
  'Chefforum udpegede {p} og {p} til arbejdsgruppen.',
  'Chefforum besluttede en ramme på {m} mio. kr. og bad {d} om en status om et halvt år.',
  '{p} orienterede om {t}. Chefforum bakkede op om retningen, men ønsker en enklere model.',
];

/**
 * Ways for an item to end that are asked about as such ("hvad blev udsat i 2022", "punkter der udgik"): every item that ended so is as
 * good an answer as the seeds' own, so they are written only in years before theirs.
 */
export const rareDecisions: readonly string[] = [
  'Chefforum besluttede at udsætte punktet, til {b} har udtalt sig.',
  'Chefforum godkendte indstillingen med den bemærkning, at {d} følger udgiften tæt.',
  'Punktet udgik.',
];
