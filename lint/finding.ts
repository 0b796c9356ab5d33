/** What lint has to say about one element of one file; the text is Chinese and says what to do. */
export type Finding = {
  file: string;
  rule: string;
  severity: 'error' | 'warning';
  /** The element, form component or table part; absent when the whole file is meant. */
  id?: string;
  message: string;
};
