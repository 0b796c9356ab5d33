import { Link } from 'wouter-preact';
import { z } from 'zod';
import type { AuditEntry } from '../../../site/api/audit.ts';
import type { Routes } from '../../../site/api/route.ts';
import { call } from '../../../site/page/api.ts';
import { signIn, signOut } from '../../../site/page/session-routes.ts';
import { AuditList } from '../../../site/page/ui/audit-list.tsx';
import { Page } from '../../../site/page/ui/page.tsx';
import { modelPath } from '../../api/common.ts';
import { features } from '../../features.ts';
import { historyAddress, submissionAddress } from '../../page/addresses.ts';
import { auditRoutes } from '../api.ts';

/** Who wrote what in the modeler. */
export function AuditPage() {
  return (
    <Page
      title="操作记录"
      lead="每一次登录、保存、提交、发布和放行，由新到旧；被拒绝的操作也在其中。"
    >
      <AuditList
        read={(query, signal) => call(auditRoutes.readAudit, { query, ...(signal && { signal }) })}
        action={actionInWords}
        target={(entry) => <Target {...entry} />}
        results={RESULTS}
      />
    </Page>
  );
}

/** What an operation was about leads there: a model's history, a submission. */
function Target({ action, target }: Pick<AuditEntry, 'action' | 'target'>) {
  if (modelPath.safeParse(target).success)
    return <Link href={historyAddress(target)}>{target}</Link>;
  if (action !== 'revokeOverruling' && z.uuid().safeParse(target).success)
    return <Link href={submissionAddress(target)}>查看提交</Link>;
  return <>{target}</>;
}

const ROUTES: Routes = Object.assign({ signIn, signOut }, ...features.map(({ routes }) => routes));

/** An entry from before its words were kept has those of today; of an operation that there is no more, its name. */
function actionInWords({ action, actionWords }: AuditEntry): string {
  if (actionWords !== null) return actionWords;
  const audited = ROUTES[action]?.audited;
  return audited ? audited.as : action;
}

const RESULTS: Record<string, string> = {
  conflict: '与他人的修改冲突',
  'refused-content': '内容被拒绝',
  'unreadable-content': '内容无法读取',
  'lint-errors': '检查有错误',
  'same-person': '须由另一人办理',
  'not-open': '已处理过',
  'nothing-to-submit': '没有可提交的修改',
  'already-submitted': '已在其他提交中',
  'published-meanwhile': '他人已先发布',
  'engine-refused': '引擎拒绝部署',
  'engine-unavailable': '引擎无法访问',
  'plan-has-problems': '迁移方案有问题',
};
