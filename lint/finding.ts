/** What lint has to say about one element of one file; the text is Chinese and says what to do. */
export type Finding = {
  file: string;
  rule: string;
  severity: 'error' | 'warning';
  /** It says that a model breaks the law, not that it would not work: a document may overrule it. */
  legal?: true;
  /** The element, form component or table part; absent when the whole file is meant. */
  id?: string;
  message: string;
};
