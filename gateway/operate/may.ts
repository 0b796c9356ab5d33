import type { About, MayCall } from '../camunda/calls.ts';
import { Refusal } from '../refusal.ts';
import { changeIn } from './change.ts';
import { REASON_HEADER, reasonOf } from './reason.ts';

/** Everybody whom the organisation file names for Operate reads; who is only a reader there changes nothing. */
export const mayCallOperate: MayCall = ({ operatorRole }, { changes }, request) => {
  if (operatorRole === null) {
    return new Refusal(
      'not-an-operator',
      403,
      '您没有使用流程监控的权限。如需要，请联系管理员在组织机构文件中添加。',
    );
  }
  if (changes !== undefined && operatorRole !== 'operator') {
    return new Refusal(
      'reads-only',
      403,
      '您在流程监控中只能查看，不能更改。如需要，请联系管理员在组织机构文件中调整。',
    );
  }
  if (changes !== undefined && reasonOf(request.get(REASON_HEADER)) === undefined) {
    return new Refusal('no-reason', 400, '请写明变更的原因，它将记入操作记录。请刷新页面后再试。');
  }
  return undefined;
};

/** What a change does to which instance, and why. */
export const aboutChange: About = (_rule, request) => {
  const { operationType, what } = changeIn(request.body);
  const about = [request.params.id, operationType, what].filter(Boolean).join(' ');
  return `${about}：${reasonOf(request.get(REASON_HEADER)) ?? '（未写明原因）'}`;
};
