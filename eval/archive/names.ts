/* Who and what occurs in every generated meeting. The persons are none of the seeds'. */

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

/** What the persons are. None of the seeds' offices: who held one of those last is for the seeds to say. */
export const offices: readonly string[] = [
  'Centerchef Plan & Anlæg',
  'Centerchef Drift',
  'Centerchef Læring',
  'Centerchef Forebyggelse',
  'Centerchef Dialog',
  'Centerchef Myndighed',
];

export const bodies: readonly string[] = [
  'HovedMED',
  'Ældrerådet',
  'Handicaprådet',
  'skolebestyrelserne',
  'Grønt Råd',
  'de faglige organisationer',
];

const list = (names: string): readonly string[] => names.split(/\s+/);

export const firstNames = list(
  'Agnes Bjarke Cecilie Ditlev Esther Folmer Gudrun Holger Ingeborg Jeppe Klara Laust Maren Niels Olga Palle Ragnhild Svend Thora Ulrik Viola Aksel',
);

export const lastNames = list(
  'Aggerbo Brinkholt Callesgaard Drejby Elkjærhus Fuglhede Grønlykke Hedevang Isbjerg Juelsmark Kærholm Lindeskov Mosehøj Nørlykke Overdal Pilekrog Ravnsbæk Stenhøj Toftelund Uglebjerg Vesterbo',
);
