const LEGAL = ['regulation-table', 'regulation-thresholds', 'article-named', 'no-timer-approval'];

/**
 * Whether a rule of lint guards what the law says. Only such findings may be overruled, by a document: the others
 * say that a model would not work.
 */
export function isLegalRule(rule: string): boolean {
  return LEGAL.includes(rule) || rule.startsWith('statutory-');
}
