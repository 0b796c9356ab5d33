import type { Finding } from '../../api/common.ts';
import type { Overruling } from '../../linting/api.ts';

/** The overruling that lets a finding pass. */
export function overrulingOf(
  finding: Finding,
  overrulings: readonly Overruling[],
): Overruling | undefined {
  return overrulings.find(
    ({ path, rule, elementId, message }) =>
      path === finding.file &&
      rule === finding.rule &&
      elementId === (finding.id ?? null) &&
      message === finding.message,
  );
}

/** The findings with the documents that overruled them. */
export function withDocuments(
  findings: readonly Finding[],
  overrulings: readonly Overruling[],
): Finding[] {
  return findings.map((finding) => {
    const overruling = overrulingOf(finding, overrulings);
    return overruling ? { ...finding, document: overruling.document } : finding;
  });
}
