import { call } from '../../../site/page/api.ts';
import { AuditList } from '../../../site/page/ui/audit-list.tsx';
import { Page } from '../../../site/page/ui/page.tsx';
import { auditRoutes } from '../api.ts';

/** Who wrote what, at whatever wing. */
export function AuditPage() {
  return (
    <Page
      title="操作记录"
      lead="每一次登录、退出、密码和账户的变更，以及在流程监控和模型管理中的操作，由新到旧；被拒绝的也在其中。"
    >
      <AuditList
        read={(query, signal) => call(auditRoutes.readAudit, { query, ...(signal && { signal }) })}
        action={({ action, actionWords }) => actionWords ?? action}
        target={({ target }) => target}
      />
    </Page>
  );
}
