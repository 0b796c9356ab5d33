import { useEffect, useRef, useState } from 'preact/hooks';
import type { Finding } from '../../api/common.ts';
import type { Actions, FrameState } from './frame.tsx';
import { OverruleDialog } from './overrule-dialog.tsx';

type Props = Pick<FrameState, 'findings' | 'lint' | 'shown' | 'mayOverrule'> & {
  act: Pick<Actions, 'select' | 'overrule' | 'revoke'>;
  nameOf(elementId: string): string | undefined;
};

/** What lint says of the text as it is now; a click shows the element. */
export function FindingPanel({ findings, lint, shown, mayOverrule, act, nameOf }: Props) {
  const [open, setOpen] = useState(true);
  const [asked, setAsked] = useState<Finding>();
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    if (shown === undefined) return;
    setOpen(true);
    const row = list.current?.querySelector(`[data-element="${CSS.escape(shown)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }, [shown]);

  const expanded = open && findings.length > 0;
  return (
    <section class="editor-findings" aria-label="检查结果">
      <button
        type="button"
        class="editor-findings-head"
        aria-expanded={expanded}
        onClick={() => setOpen(!open)}
      >
        {findings.length > 0 && <span aria-hidden="true">{expanded ? '▾' : '▸'}</span>}
        <span aria-live="polite">{summary(lint, findings)}</span>
      </button>
      {expanded && (
        <ul ref={list}>
          {findings.map((finding) => (
            <li
              key={`${finding.rule} ${finding.id} ${finding.message}`}
              class={`is-${finding.document ? 'overruled' : finding.severity}`}
              data-element={finding.id}
              data-rule={finding.rule}
            >
              <button
                type="button"
                class="editor-finding"
                onClick={() => finding.id && act.select(finding.id)}
              >
                <span class="editor-finding-kind">{kindOf(finding)}</span>
                <span class="editor-finding-element">{nameOf(finding.id ?? '') || '整个文件'}</span>
                <span>{finding.message}</span>
              </button>
              {mayOverrule && finding.legal && !finding.document && (
                <button type="button" onClick={() => setAsked(finding)}>
                  依文号放行
                </button>
              )}
              {finding.document && <span class="editor-finding-document">{finding.document}</span>}
              {mayOverrule && finding.document && (
                <button type="button" onClick={() => void act.revoke(finding)}>
                  撤回放行
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {asked && (
        <OverruleDialog
          finding={asked}
          overrule={act.overrule}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}

function kindOf({ document, severity }: Finding): string {
  if (document) return '已放行';
  return severity === 'error' ? '错误' : '提醒';
}

function summary(lint: FrameState['lint'], findings: Finding[]): string {
  if (lint === 'broken') return '检查程序出错，修改仍可保存；请刷新后重试。';
  if (lint === 'waiting') return '正在检查……';
  if (findings.length === 0) return '检查通过，没有发现问题。';
  const overruled = findings.filter(({ document }) => document).length;
  const left = findings.filter(({ document }) => !document);
  const errors = left.filter(({ severity }) => severity === 'error').length;
  const parts = [
    ...(errors > 0 ? [`${errors} 个错误（改正或放行后才能发布）`] : []),
    ...(left.length > errors ? [`${left.length - errors} 个提醒`] : []),
    ...(overruled > 0 ? [`${overruled} 个已依文号放行`] : []),
  ];
  return `检查结果：${parts.join('，')}`;
}
