import type { NewMessage } from '../../records/index.ts';
import type { Deps } from '../handler.ts';
import type { Close } from './decision.ts';
import type { Verdict, VoidReason } from './verdict.ts';

const REASONS: Record<VoidReason, string> = {
  'unknown-person': '签署人不在组织机构人员名册中',
  'not-of-body': '签署人不是本环节承办单位的人员，也不是登记在册的代理人',
  'conflict-of-interest': '签署人属于本项目的申报单位或业主单位，应当回避',
  unsigned: '提交没有经过本系统的统一入口，无法确认由谁签署。请从统一入口登录后重新办理',
  altered: '收到的内容与签署时的内容不一致，可能在签署后被改动。请从统一入口重新办理',
  oversized:
    '提交的内容过大：有变量的名称超过100字节，或者内容超过1000000字节。请只用表单填写并精简内容',
  'not-offered': '所选结论不是本环节可以选择的结论',
  incomplete:
    '填写不完整或者不符合要求。请核对：是否选择了本环节可以选择的结论；退回、不同意、申请延期的，是否写明了意见或者原因，意见是否在4000字以内；申请延期的，本环节是否有法定时限，是否写明了1至60个工作日的延期天数和申请文号；同意延期的，是否写明了1至60个工作日的批准天数；只请有关单位重新会审的，是否选定了单位',
};

/**
 * Tells the signer and the body's supervisor that a completion does not count and that the step is open anew.
 * An incomplete one concerns its signer alone. Says nothing of what was entered.
 */
export function voidCompletion(
  { clock, body, signature, verdict }: Close<Extract<Verdict, { valid: false }>>,
  { directory, notices }: Pick<Deps, 'directory' | 'notices'>,
): NewMessage[] {
  const { projectId, elementInstanceKey, processId, label } = clock;
  const signer = directory.person(signature.signer);
  const supervisor = verdict.reason === 'incomplete' ? undefined : directory.supervisorOf(body);
  const to = [signer, supervisor].flatMap((person) => person?.email ?? []);
  if (to.length === 0) return [];
  return [
    {
      id: `void-completion-${elementInstanceKey}`,
      projectId,
      purpose: 'void-completion',
      to: [...new Set(to)],
      cc: [],
      ...notices.render(processId, 'void-completion', {
        projectId,
        application: clock.facts,
        label,
        body: body.name,
        person: signer?.name ?? (signature.signer || '未登记的用户'),
        reason: REASONS[verdict.reason],
      }),
    },
  ];
}
