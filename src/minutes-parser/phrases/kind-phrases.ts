/** The words by which an item's kind is told. Titles and points come without forum prefix and in lower case. */
export const kindPhrases = {
  /** "Evt.", "Eventuelt", "Temaer til kommende møder og eventuelt"; not "Eventuelt salg af Bygade 3". */
  anyOtherBusiness: /^(?:evt|eventuelt)\.?$|(?:og|samt|,|\/|-)\s*(?:evt|eventuelt)\.?$/u,
  /** "Godkendelse af dagsorden og referat"; not "Godkendelse af kommissorium". */
  approval: /^godkendelse af (?:\p{L}+ (?:og )?){0,3}?(?:dagsorden|dagsordenen|referat|referatet|referater)(?!\p{L})/u,
  writtenBriefing: /(?<!\p{L})skriftlige? (?:orientering|orienteringer|briefing)(?!\p{L})/u,
  /** At the beginning: "Temadrøftelse - …"; not "Planlægning af temamøde". */
  theme: /^tema(?:drøftelse|punkt|møde)?(?:\s*[-–:]|\s+(?!til(?!\p{L}))|$)/u,
  nomination: /(?<!\p{L})(?:udpeg\p{L}*|nominering|valg af \p{L}*(?:repræsentant|formand|medlem)\p{L}*)(?!\p{L})/u,
  briefing: /^(?:\p{L}+ )?(?:orientering|orienteringer|meddelelser|afrapportering)(?!\p{L})/u,
  decision: /^beslutning(?: om| vedr\.?| vedrørende)(?!\p{L})/u,
  discussion: /^(?:drøftelse|debat)(?!\p{L})/u,
} as const;

/** What one recommendation point asks for. "drøftes og godkendes" asks for a decision: decide is looked for first. */
export const pointPhrases = {
  decide: /(?<!\p{L})(?:godkend\p{L}*|beslut\p{L}*|vedtag\p{L}*|tiltræde\p{L}*)(?!\p{L})/u,
  forumNominates: /^at (?:chefforum|cf|forum\p{L}*|direktionen|\p{L}*forum) (?:\p{L}+ ){0,3}?udpeger(?!\p{L})/u,
  nominate:
    /(?<!\p{L})udpeg\p{L}*(?!\p{L})|(?<!\p{L})(?:finde[rs]|vælge[rs]) (?:\p{L}+ ){0,3}?\p{L}*(?:vært|værter|tovholder|tovholdere|medlem|medlemmer|repræsentant|repræsentanter|formand|personer)(?!\p{L})/u,
  note: /til (?:efterretning|orientering)(?!\p{L})|(?<!\p{L})orientere[rs](?!\p{L})/u,
  discuss:
    /(?<!\p{L})(?:drøft\p{L}*|gennemgå\p{L}*|kvalificere\p{L}*|genbesøge\p{L}*|kommentere\p{L}*|debattere\p{L}*|input|tilbagemelding\p{L}*|sparre\p{L}*|præsentere\p{L}*|fremlægges)(?!\p{L})/u,
} as const;

/** In the case text of an item without a recommendation. */
export const textPhrases = {
  writtenBriefing: /^(?:\(?punktet er en )?skriftlig orientering(?!\p{L})/u,
  briefing: /(?<!\p{L})(?:punktet er til orientering|til orientering\.?$|der orienteres om)(?!\p{L})/u,
  discussion: /(?<!\p{L})(?:chefforum|cf|forum\p{L}*) (?:skal|bedes) (?:\p{L}+ )?drøfte(?!\p{L})/u,
} as const;
