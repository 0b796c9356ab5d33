import type { Finding } from '../../api/common.ts';
import type { User } from '../../api/rights.ts';
import type { Submission } from '../api.ts';

/** What a person may do with a submission; a sentence says why not. */
export type Rights = {
  /** Undefined: may publish. */
  noPublishing: string | undefined;
  noRefusing: string | undefined;
  mayWithdraw: boolean;
  mayRollBack: boolean;
  mayMigrate: boolean;
};

/**
 * The rules that the server keeps too, told before the button is pressed.
 * @param isNewest nothing was published after it: going back to it would change nothing
 */
export function rightsOf(
  me: User,
  submission: Submission,
  findings: Finding[],
  isNewest: boolean,
): Rights {
  const { state, by, authors } = submission;
  const isOpen = state === 'open';
  const noRole = me.role === 'publisher' ? undefined : '发布和退回由发布人员办理。';
  const errors = findings.filter(({ severity, document }) => severity === 'error' && !document);
  return {
    noPublishing:
      noRole ??
      (by.id === me.id ? '提交人不能发布自己的修改，请由另一名发布人员核对后发布。' : undefined) ??
      (authors.some(({ id }) => id === me.id)
        ? '其中有您保存的修改，请由没有参与修改的另一名发布人员核对后发布。'
        : undefined) ??
      (errors.length > 0
        ? `还有 ${errors.length} 个错误，请退回后改正，或凭文号放行后再发布。`
        : undefined),
    noRefusing: noRole,
    mayWithdraw: isOpen && by.id === me.id && me.role !== 'reader',
    mayRollBack: state === 'published' && !isNewest && me.role !== 'reader',
    mayMigrate: state === 'published' && me.role === 'publisher',
  };
}

/** Whether this was published last. */
export function isNewestOf(submission: Submission, all: Submission[]): boolean {
  const published = all.filter(({ state }) => state === 'published');
  return !published.some(({ ended }) => (ended?.at ?? '') > (submission.ended?.at ?? ''));
}
