import type { ModelSummary } from '../../library/page/groups.ts';
import { STATE_WORDS } from './words.ts';

const STATE_HINTS = {
  published: '与正在使用的版本相同',
  draft: '已保存，还没有提交发布',
  submitted: '已提交，等待他人发布',
} as const;

/** Whether the saved text is what is in use. */
export function StateTag({ state }: { state: ModelSummary['state'] }) {
  return (
    <span class={`tag tag-${state}`} title={STATE_HINTS[state]}>
      {STATE_WORDS[state]}
    </span>
  );
}

/** What lint says, in numbers. */
export function CheckTag({ errors, warnings }: { errors: number; warnings: number }) {
  if (errors === 0 && warnings === 0) return <span class="tag tag-clean">检查通过</span>;
  return (
    <>
      {errors > 0 && <span class="tag tag-error">{errors} 个错误</span>}
      {warnings > 0 && <span class="tag tag-warning">{warnings} 条提示</span>}
    </>
  );
}
