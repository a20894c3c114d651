import type { Theme } from './theme.js';

/**
 * What else a forum talks about, in all years. No topic here is one of the seeds', since a generated meeting would then hold its
 * newest decision; and nothing here may answer a question of `eval/questions` that has no answer in the seeds: such a question is
 * to stay unanswerable among the generated meetings.
 */
export const otherThemes: readonly Theme[] = [
  {
    topics: [
      'skolernes ferieplan',
      'mellemformer i folkeskolen',
      'skolefravær',
      'dagtilbuddenes lukkedage',
      'pædagogisk tilsyn',
      'madspild i institutioner',
      'forældretilfredshed',
      'specialtransport til specialtilbud',
    ],
    case: [
      'Antallet af elever i specialtilbud er vokset med {n} siden {y}.',
      'Forældrebestyrelserne ønsker, at lukkedagene samles omkring helligdagene.',
      'Normeringen er {m} børn pr. voksen i børnehaverne.',
      'PPR har fået {n} indstillinger flere end ventet.',
      'Tilsynet viser gode relationer, men for få planlagte lege udendørs.',
    ],
    decisions: [
      'Chefforum støttede forsøget på {n} institutioner.',
      '{d} drøfter planen med {b} og vender tilbage {date}.',
    ],
  },
  {
    topics: [
      'hjemmeplejens køreruter',
      'genoptræning efter udskrivning',
      'rekruttering af sygeplejersker',
      'tandplejens lokaler',
      'velfærdsteknologi',
      'madservice til pensionister',
      'sundhedshus',
      'forebyggende hjemmebesøg',
    ],
    case: [
      'Ventetiden til genoptræning er {n} dage mod et mål på {n} dage.',
      'Vikarforbruget kostede {m} mio. kr., mest i weekenderne.',
      'Regionen udskriver patienter tidligere, så {n} flere har brug for hjælp det første døgn.',
      '{n} faste teams kører nu i dagvagt.',
      'Skærmbesøg erstatter hvert tiende fysiske besøg.',
    ],
    decisions: ['Chefforum godkendte en prøveperiode på {n} måneder.', 'Ruterne ændres fra {date}, når {b} er hørt.'],
  },
  {
    topics: [
      'vintervedligeholdelse af cykelstier',
      'trafiksikkerhed ved indfaldsveje',
      'busdrift i aftentimerne',
      'vedligeholdelse af veje',
      'rundkørsler',
      'delebiler',
      'parkering i bymidten',
      'gadebelysning',
    ],
    case: [
      'Der saltes på {n} kilometer sti, før klokken er syv.',
      'Efterslæbet på asfalt er gjort op til {m} mio. kr.',
      'Passagertallet på linje {n} er faldet efter klokken {n}.',
      'Politiet har registreret {n} uheld på strækningen siden {y}.',
      'LED-lamper sparer {n} procent af strømmen.',
    ],
    decisions: [
      'Chefforum besluttede at lægge {m} mio. kr. til side til formålet.',
      '{d} laver en liste over de {n} værste steder inden {date}.',
    ],
  },
  {
    topics: [
      'bibliotekernes betjening',
      'frivilligpolitik',
      'legepladser',
      'byens træer',
      'idrætshallernes timefordeling',
      'kulturuge {y}',
      'foreningstilskud',
      'turiststrategi',
    ],
    case: [
      '{n} foreninger har søgt om timer, og aftenerne er fuldt besat.',
      'Udlånet falder, mens besøgstallet stiger til {n} om dagen.',
      'Der er plantet {n} træer siden {y}, men tørken tog hvert femte.',
      'Sponsorer dækker {n} procent af udgiften til kulturugen.',
      'Redskaberne på {n} pladser lever ikke op til den nye standard.',
    ],
    decisions: [
      'Tilskuddet fordeles efter medlemstal fra {date}.',
      'Chefforum ønsker en plan med tre trin, hvor {d} går forrest.',
    ],
  },
  {
    topics: [
      'virksomhedsbesøg',
      'jobcentrets resultater',
      'boligplaceringer',
      'digital post til virksomheder',
      'erhvervspris {y}',
      'fleksjob i kommunen',
      'integrationsindsats',
      'ungeindsats',
    ],
    case: [
      '{n} ledige er kommet i virksomhedspraktik, og hver tredje har fået arbejde.',
      'Kvoten for {y} er {n} personer.',
      'Virksomhederne roser den hurtige kontakt, men kender ikke tilskuddene.',
      'Antallet af unge uden uddannelse er faldet til {n}.',
      '{d} har {n} medarbejdere i fleksjob, flest i køkkener og park.',
    ],
    decisions: [
      'Hver afdeling opretter {n} praktikpladser inden {date}.',
      'Chefforum roste resultatet og ønsker halvårlige tal.',
    ],
  },
  {
    topics: [
      'grundsalg',
      'lokalplaner',
      'rengøringsstandarder',
      'ejendomsvurderinger',
      'havnens fremtid',
      'facility management',
      'nøgler og adgangskort',
      'lejemål i bymidten',
    ],
    case: [
      '{n} grunde er solgt, og prisen ligger {n} procent over det ventede.',
      'Rengøringen sker efter {n} niveauer, men kun toiletter ses efter dagligt.',
      'Kajen skal forstærkes for {m} mio. kr., før pakhuset kan bruges.',
      'Der mangler overblik over, hvem der har nøgle til {n} bygninger.',
      'Arkitekten foreslår at bygge i {n} etager.',
    ],
    decisions: [
      'Chefforum anbefaler byrådet at sætte grundene til salg {date}.',
      '{d} samler driften i én enhed fra {date}.',
    ],
  },
  {
    topics: [
      'grundvandsbeskyttelse',
      'varmeforsyning',
      'genbrugspladser',
      'naturstier',
      'skadedyr',
      'badevandskvalitet',
      'spildevandsplan',
      'støj fra motorsport',
    ],
    case: [
      'Der er fundet rester af sprøjtemidler i {n} boringer.',
      'Varmeværket skifter kedel i {y}, og prisen stiger {n} procent.',
      '{n} lodsejere har sagt ja til at lægge jord til stien.',
      'Prøverne var fine på {n} af strandene.',
      'Anmeldelser af rotter er steget efter de våde somre.',
    ],
    decisions: [
      'Planen sendes i høring hos {b} til {date}.',
      'Chefforum tager sagen op igen, når målingerne fra {y} er klar.',
    ],
  },
  {
    topics: [
      'økonomirapport nr. {n}',
      'indkøbsaftaler',
      'lønforhandlinger {y}',
      'personalehåndbog',
      'barselsvikarer',
      'forsikringer',
      'seniorpolitik',
      'lærlinge og elever',
      'telefonitid i omstillingen',
      'mødekultur',
      'ferieplanlægning',
      'arkivering af gamle sager',
    ],
    case: [
      'Aftalen om kontorartikler bruges kun ved {n} procent af købene.',
      'Der ventes et mindreforbrug på {m} mio. kr. ved årets udgang.',
      'Puljen til lokal løn er {m} procent af lønsummen.',
      'Selvrisikoen hæves til {m} mio. kr., og præmien falder.',
      '{n} elever begynder {date}, heraf de fleste i {d}.',
      'Møder varer i gennemsnit {n} minutter længere end aftalt.',
    ],
    decisions: [
      'Rapporten blev taget til efterretning. {d} redegør for merforbruget {date}.',
      'Chefforum besluttede, at aftalen er bindende for alle afdelinger.',
    ],
  },
];
