/* How Danish speaks of departments without their names. */

/** "Afdelingerne", "alle chefer", "afdelingscheferne": it is everybody's to do. Letters folded. */
export const everyDepartment =
  /^(?:alle |de enkelte |hver enkelt |hver )?(?:afdeling(?:er|erne|en)?|afdelingschef(?:er|erne)?|chef(?:er|erne)?|stabe?(?:ne)?|omraader(?:ne)?|cheferne)(?: |$)/;

/** One word of a name is one where a department is spoken of: "teknik" as "afdelingen teknik". */
export const asDepartment = (name: string): string => `afdelingen ${name}`;

/** What may stand around a department's name. */
export const aroundDepartment = /(?<!\p{L})(?:afdelingen|afdeling|og|samt)(?!\p{L})/giu;
