/** A person as printed in a document: a name, and a title where one stands in parentheses. */
export interface PersonName {
  name: string;
  title: string | null;
}
