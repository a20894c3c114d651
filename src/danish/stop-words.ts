import { foldLetters } from './letters.js';

/** Words that tell nothing about a topic: function words, question words, chat filler. */
const written = `
af ad alle alt altid altså at blev blevet blive bliver da de dem den denne der deres det dette dig din dit dine disse dog du
efter eller en end endnu er et ej eg for fordi fra få fik får fået før gennem gør gjorde gjort ham han hans har havde hen
hende hendes her hos hun hvad hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår hvornaar hvorhen
hvorledes i idet ift igen ikke ind inden ingen intet ja jeg jer jeres jo kan kom komme kommer kun kunne lige man mange med
meget mellem men mens mere mig min mine mit mod må måtte måske ned nej nogen noget nogle nok nu når og også om omkring omkr
op os over per plus pr på sagde sammen samt se ser selv senere siden sig sin sine sit sige siger skal skulle skete sker så sådan
som til tit tog træk ud uden under var vedr vedrørende ved være været vi vil ville vores vor væk
hej hejsa godmorgen tak please venligst lige gerne hurtigt mon hm øh ok okay spørgsmål spørge spørger ved vide fortæl fortælle
fortalte vis vise find finde hedder hed hvis mener mente egentlig vistnok sådan faktisk overhovedet nemlig ellers stadig
the of and to in is what who when where how did was were about
sad sidder står stod holdt holder holde går gik gå laver lave lavede gælder tvivl
handler handlede drejer drejede huske husker huskede snakke snakker snakkede snakket snak ridse ridset oppe ude inde hele først vist arh åh øhm nåh jamen hva forresten
egentligt synes syntes tror troede tænke tænkte mht fx feks dengang endte ender ende starte starter gad godt skrev skrevet folk da
d dags dato kl nr stk
mandag tirsdag onsdag torsdag fredag lørdag søndag
`;

export const stopWords: ReadonlySet<string> = new Set(
  foldLetters(written.replaceAll('\n', ' ')).split(/\s+/).filter(Boolean),
);
