import { Link } from 'wouter-preact';
import type { Finding } from '../../api/common.ts';
import { modelAddress } from '../addresses.ts';
import { SEVERITY_WORDS } from './words.ts';

type Props = {
  findings: Finding[];
  /** The models are saved at this commit: each finding leads to its element. */
  linkAt?: string;
};

/** What lint says, errors first; an overruled one names the document that allows it. */
export function FindingList({ findings, linkAt }: Props) {
  const ordered = [...findings].sort((one, other) => weightOf(one) - weightOf(other));
  return (
    <table class="table findings">
      <thead>
        <tr>
          <th scope="col">程度</th>
          <th scope="col">问题</th>
          <th scope="col">位置</th>
        </tr>
      </thead>
      <tbody>
        {ordered.map((finding) => (
          <tr key={`${finding.file} ${finding.id} ${finding.rule} ${finding.message}`}>
            <td>
              <Weight finding={finding} />
            </td>
            <td>{finding.message}</td>
            <td class="id">
              {linkAt === undefined ? (
                `${finding.file} ${finding.id ?? ''}`
              ) : (
                <Link href={modelAddress(finding.file, { at: linkAt, ...elementOf(finding) })}>
                  {finding.file} {finding.id}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function elementOf({ id }: Finding): { element?: string } {
  return id === undefined ? {} : { element: id };
}

/** Errors without a document stop publishing; then warnings; overruled ones last. */
function weightOf({ severity, document }: Finding): number {
  if (document) return 2;
  return severity === 'error' ? 0 : 1;
}

function Weight({ finding: { severity, document } }: { finding: Finding }) {
  if (document) return <span class="tag">已按 {document} 放行</span>;
  return <span class={`tag tag-${severity}`}>{SEVERITY_WORDS[severity]}</span>;
}
