import type { Submission } from '../api.ts';

const WORDS: Record<Submission['state'], string> = {
  open: '等待发布',
  publishing: '正在发布',
  published: '已发布',
  refused: '已退回',
  withdrawn: '已撤回',
};

/** Where a submission stands. */
export function StateOf({ state }: Pick<Submission, 'state'>) {
  return <span class={`tag tag-submission-${state}`}>{WORDS[state]}</span>;
}
