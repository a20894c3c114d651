import { formatLongDate, toLocalTime } from '../danish/date-format.js';

const moment = (at: Date): string => {
  const { date, time } = toLocalTime(at);
  return `${formatLongDate(date)} kl. ${time.replace(':', '.')}`;
};

/** What the doctor says: plain Danish, for whoever has to mend it. */
export const doctorPhrases = {
  statuses: { well: 'i orden', note: 'bemærk', fault: 'fejl' },
  checks: {
    node: 'Node.js',
    settings: 'Indstillinger',
    store: 'Arkivet',
    room: 'Plads på disken',
    sendings: 'Udsendelser',
    backups: 'Sikkerhedskopier',
    cards: 'Kort',
    manifest: 'App-pakken',
    port: 'Adressen',
    reachability: 'Forbindelser ud',
  },
  allWell: 'Alt, der er undersøgt, er i orden.',
  faultsFound: (count: number): string => (count === 1 ? 'Der er én fejl at rette.' : `Der er ${count} fejl at rette.`),

  nodeWell: (version: string): string => `Version ${version}.`,
  nodeOld: (version: string): string => `Version ${version} er for gammel.`,
  nodeMend: (oldest: number): string => `Installér Node.js ${oldest} eller nyere.`,

  settingsWell: (identity: string, address: string): string =>
    `De kan bruges. Identitet: ${identity}. Adresse: ${address}.`,
  settingsLocal: 'Login er slået fra (REFERENT_INSECURE_LOCAL). Det må kun bruges til en chat på denne maskine.',
  settingsFault: (count: number): string =>
    count === 1 ? 'En indstilling mangler eller er forkert.' : `${count} indstillinger mangler eller er forkerte.`,
  settingsMend:
    'Ret dem i det miljø, botten startes i (se .env.example). Import og spørgsmål fra kommandolinjen virker uden.',

  storeNone: (file: string): string => `Der er intet arkiv i ${file} endnu.`,
  storeNoneMend: 'Læs de første referater ind: referent import MAPPE',
  storeWell: (file: string, meetings: number): string =>
    `${file} er helt, og indstillingerne for det virker. Det rummer ${meetings === 1 ? '1 møde' : `${meetings} møder`}.`,
  storeDamaged: (file: string): string => `${file} er beskadiget eller kan ikke bruges. Filen er ikke ændret.`,
  storeMend: (backup: string | null): string =>
    `Stop botten, og læg en sikkerhedskopi tilbage: referent restore ${backup ?? 'SIKKERHEDSKOPI'} --yes. Den beskadigede fil bliver gemt ved siden af.`,
  storeClosed: (file: string): string => `${file} kan ikke åbnes.`,
  storeClosedMend:
    'Se efter, at brugeren må læse og skrive filen og dens mappe, og at disken ikke er fuld. Prøv så igen.',

  roomWell: (free: string): string => `${free} er ledig ved arkivet.`,
  roomNone: 'Ikke undersøgt, før der er et arkiv.',
  roomLittle: (free: string): string => `Kun ${free} er ledig ved arkivet.`,
  roomLittleMend: 'Skaf mere plads, før disken bliver fuld.',
  roomShort: (free: string): string =>
    `Disken har været fuld, og kun ${free} er ledig ved arkivet. Botten svarer stadig, men gemmer ingen nye referater, dagsordener og filer.`,
  roomShortMend: (needed: string): string =>
    `Skaf plads: når ${needed} er ledig, gemmer botten igen af sig selv. Den skal ikke genstartes.`,
  roomWasShort: (free: string): string =>
    `Disken har været fuld. Nu er ${free} ledig, og der gemmes igen fra næste gang, nogen skriver.`,
  roomWasShortMend: 'Find ud af, hvad der fyldte disken, så det ikke sker igen.',
  roomNoBallast: (size: string): string => `Botten har ikke kunnet lægge ${size} til side til den dag, disken er fuld.`,

  uncertain: (count: number): string =>
    `${count === 1 ? 'Én besked' : `${count} beskeder`} er måske, måske ikke kommet frem.`,
  refused: (count: number): string => `${count === 1 ? 'Én besked' : `${count} beskeder`} blev afvist af Teams.`,
  jobsGivenUp: (count: number): string =>
    `${count === 1 ? 'Én opgave' : `${count} opgaver`} er opgivet efter mange forsøg.`,
  sendingsWell: 'Intet venter på et menneske.',
  sendingsMend: 'Sekretæren kan se og afklare dem i chatten med «udsendelser».',

  backupsNone: 'Der tages ingen sikkerhedskopier af sig selv.',
  backupsNoneMend: 'Sæt REFERENT_BACKUP_DIR til en mappe på en anden disk, eller kør selv: referent backup FIL',
  backupsFolder: (folder: string): string => `Mappen ${folder} kan ikke læses.`,
  backupsFolderMend: 'Opret mappen, og giv den bruger, botten kører som, lov til at skrive i den.',
  backupsWaiting: (folder: string): string =>
    `Der ligger ingen sikkerhedskopi i ${folder} endnu. Den første kommer på det tidspunkt, der er sat.`,
  backupsMissing: (folder: string): string => `Der ligger ingen sikkerhedskopi i ${folder}.`,
  backupsOld: (at: Date): string => `Den nyeste sikkerhedskopi er fra ${moment(at)}. Det er for gammelt.`,
  backupsMend: 'Se efter, at botten kører, og at der er plads i mappen. Tag en kopi nu: referent backup FIL',
  backupsWell: (count: number, at: Date): string =>
    `${count === 1 ? '1 kopi' : `${count} kopier`}, den nyeste fra ${moment(at)}.`,
  backupsSameDisk: 'Kopierne ligger på samme disk som arkivet. Går disken i stykker, mister I begge dele.',
  backupsSameDiskMend: 'Læg mappen på en anden disk, eller hent kopierne hjem hver dag.',
  oldCopies: (names: readonly string[]): string =>
    `Gamle kopier ligger stadig ved siden af arkivet: ${names.join(', ')}.`,
  oldCopiesMend: 'Slet dem, når I ikke skal bruge dem mere. De rummer også det, der siden er slettet i arkivet.',

  cardsWell: 'Alle kort kan læses.',
  cardsFault: 'Et kort kan ikke læses.',
  cardsMend: 'Hent mappen cards igen fra denne version.',
  manifestWell: (version: string): string => `Den kan læses. Version ${version}.`,
  manifestFault: 'App-pakkens filer er ikke, som de skal være.',
  manifestMend: 'Hent mappen manifest igen fra denne version.',

  portFree: (address: string): string => `${address} er ledig.`,
  portServed: (address: string): string => `Botten kører på ${address} og er klar.`,
  portNotReady: (address: string): string => `Botten kører på ${address}, men er ikke klar.`,
  portNotReadyMend: 'Se i bottens log, og genstart den.',
  portWrong: 'REFERENT_PORT er ikke et portnummer.',
  portWrongMend: 'Sæt REFERENT_PORT til et helt tal fra 0 til 65535.',
  portTaken: (address: string, why: string): string => `Der kan ikke lyttes på ${address} (${why}).`,
  portTakenMend: 'Stop det program, der bruger den, eller sæt REFERENT_HOST og REFERENT_PORT.',

  reachLocal: 'Ikke undersøgt: login er slået fra, så botten taler kun med denne maskine.',
  reachNoSettings: 'Ikke undersøgt, før indstillingerne er rettet.',
  reachWell: (hosts: readonly string[]): string => `Der er svar fra ${hosts.join(', ')}.`,
  reachFault: (host: string, why: string): string => `Der er ikke hul igennem til ${host} (${why}).`,
  reachMend: 'Åbn for https ud til de nævnte navne i firewall og proxy.',
} as const;
