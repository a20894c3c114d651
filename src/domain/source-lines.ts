/** Where in a document a fact stands: 1-based line numbers of the document as read, both included. */
export interface SourceLines {
  first: number;
  last: number;
}
