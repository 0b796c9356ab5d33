import type { NewMessage } from '../../records/index.ts';
import type { Deps } from '../handler.ts';
import type { Close } from './decision.ts';
import type { Verdict, VoidReason } from './verdict.ts';

const REASONS: Record<VoidReason, string> = {
  'unknown-person': '签署人不在组织机构人员名册中',
  'not-of-body': '签署人不是本环节承办单位的人员，也不是登记在册的代理人',
  'conflict-of-interest': '签署人属于本项目的申报单位或业主单位，应当回避',
  incomplete: '未选择结论，或者退回、不同意时没有写明意见',
};

/**
 * Tells the signer and the body's supervisor that a completion does not count and that the step is open anew.
 * An incomplete one concerns its signer alone.
 */
export function voidCompletion(
  { task, job, clock, body, signature, verdict }: Close<Extract<Verdict, { valid: false }>>,
  { directory, notices }: Pick<Deps, 'directory' | 'notices'>,
): NewMessage[] {
  const signer = directory.person(signature.signer);
  const supervisor = verdict.reason === 'incomplete' ? undefined : directory.supervisorOf(body);
  const to = [signer, supervisor].flatMap((person) => person?.email ?? []);
  if (to.length === 0) return [];
  return [
    {
      id: `void-completion-${job.elementInstanceKey}`,
      projectId: task.projectId,
      purpose: 'void-completion',
      to: [...new Set(to)],
      cc: [],
      ...notices.render(job.processId, 'void-completion', {
        ...task,
        label: clock.label,
        body: body.name,
        person: signer?.name ?? signature.signer,
        reason: REASONS[verdict.reason],
      }),
    },
  ];
}
