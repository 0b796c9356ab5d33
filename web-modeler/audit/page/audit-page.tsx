import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { z } from 'zod';
import type { Routes } from '../../../site/api/route.ts';
import { call } from '../../../site/page/api.ts';
import { signIn, signOut } from '../../../site/page/session-routes.ts';
import { ProblemLine } from '../../../site/page/ui/field.tsx';
import { Moment } from '../../../site/page/ui/moment.tsx';
import { Page } from '../../../site/page/ui/page.tsx';
import { useAction } from '../../../site/page/ui/use-action.ts';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Waiting } from '../../../site/page/ui/waiting.tsx';
import { modelPath } from '../../api/common.ts';
import { features } from '../../features.ts';
import { historyAddress, submissionAddress } from '../../page/addresses.ts';
import { type AuditEntry, auditRoutes } from '../api.ts';

type Read = { entries: AuditEntry[]; more: boolean };

/** Who wrote what, when and from where; older entries are read on request. */
export function AuditPage() {
  const { loaded, reload } = useLoaded('audit', (signal) =>
    call(auditRoutes.readAudit, { signal }),
  );
  return (
    <Page
      title="操作记录"
      lead="每一次登录、保存、提交、发布和放行，由新到旧；被拒绝的操作也在其中。"
    >
      <Waiting of={loaded} reload={reload}>
        {(first) => <Entries first={first} />}
      </Waiting>
    </Page>
  );
}

function Entries({ first }: { first: Read }) {
  const [older, setOlder] = useState<Read[]>([]);
  const { busy, problem, run } = useAction();
  const pages = [first, ...older];
  const entries = pages.flatMap((page) => page.entries);
  const last = entries.at(-1);

  if (entries.length === 0) return <p class="empty">还没有操作记录。</p>;
  return (
    <>
      <table class="table audit">
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">操作人</th>
            <th scope="col">操作</th>
            <th scope="col">对象</th>
            <th scope="col">来源地址</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, at, by, action, target, from, result }) => (
            <tr key={id}>
              <td>
                <Moment at={at} />
              </td>
              <td>
                {by.name} <span class="id">{by.id}</span>
              </td>
              <td>{actionInWords(action)}</td>
              <td class="target">
                <Target action={action} target={target} />
              </td>
              <td class="id">{from}</td>
              <td>
                {result === 'ok' ? (
                  '成功'
                ) : (
                  <span class="tag tag-error" title={result}>
                    {resultInWords(result)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ProblemLine problem={problem} />
      {last && pages.at(-1)?.more && (
        <button
          type="button"
          class="more"
          disabled={busy}
          onClick={() =>
            run(async () => {
              const next = await call(auditRoutes.readAudit, { query: { before: last.id } });
              setOlder([...older, next]);
            })
          }
        >
          {busy ? '正在读取……' : '更早的记录'}
        </button>
      )}
    </>
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

/** An entry of an operation that there is no more keeps its name. */
function actionInWords(action: string): string {
  const audited = ROUTES[action]?.audited;
  return audited ? audited.as : action;
}

const RESULTS: Record<string, string> = {
  'bad-credentials': '登录名或密码不对',
  'no-role': '没有角色',
  'too-many-attempts': '尝试次数过多',
  'not-allowed': '无权操作',
  'bad-csrf-token': '页面已过期',
  'bad-request': '内容有误',
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

function resultInWords(result: string): string {
  return RESULTS[result] ?? `未成功（${result}）`;
}
