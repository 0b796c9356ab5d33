import type { OverrulingRow } from '../../../records/index.ts';
import type { Finding } from '../../api/common.ts';

/** Puts to each overruled finding the document that allows it; with two of them, the newer. */
export function withDocuments(findings: Finding[], overrulings: OverrulingRow[]): Finding[] {
  return findings.map((finding) => {
    const found = overrulings.find(
      ({ path, rule, elementId, message }) =>
        path === finding.file &&
        rule === finding.rule &&
        elementId === (finding.id ?? null) &&
        message === finding.message,
    );
    return found === undefined ? finding : { ...finding, document: found.document };
  });
}

/** Errors that nobody has overruled: they stop models from being published. */
export function standingErrors(findings: Finding[]): Finding[] {
  return findings.filter(
    ({ severity, document }) => severity === 'error' && document === undefined,
  );
}
