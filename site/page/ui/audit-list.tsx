import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { AuditEntry, AuditPage } from '../../api/audit.ts';
import { ProblemLine } from './field.tsx';
import { Moment } from './moment.tsx';
import { useAction } from './use-action.ts';
import { useLoaded } from './use-loaded.ts';
import { Waiting } from './waiting.tsx';

type Props = {
  read(query: { before?: string }, signal?: AbortSignal): Promise<AuditPage>;
  /** What an entry calls its action. */
  action(entry: AuditEntry): string;
  /** What an entry was about, with a link to it where there is one. */
  target(entry: AuditEntry): ComponentChildren;
  /** Codes of the wing's own in words. */
  results?: Record<string, string>;
};

/** Who wrote what, when and from where; older entries are read on request. */
export function AuditList(props: Props) {
  const { loaded, reload } = useLoaded('audit', (signal) => props.read({}, signal));
  return (
    <Waiting of={loaded} reload={reload}>
      {(first) => <Entries {...props} first={first} />}
    </Waiting>
  );
}

function Entries({ first, read, action, target, results }: Props & { first: AuditPage }) {
  const [older, setOlder] = useState<AuditPage[]>([]);
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
          {entries.map((entry) => {
            const { id, at, by, from, result } = entry;
            return (
              <tr key={id}>
                <td>
                  <Moment at={at} />
                </td>
                <td>
                  {by.name} <span class="id">{by.id}</span>
                </td>
                <td>{action(entry)}</td>
                <td class="target">{target(entry)}</td>
                <td class="id">{from}</td>
                <td>
                  {result === 'ok' ? (
                    '成功'
                  ) : (
                    <span class="tag tag-error">
                      {results?.[result] ?? RESULTS[result] ?? `未成功（${result}）`}
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
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
              const next = await read({ before: last.id });
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

/** The codes any wing may answer. */
const RESULTS: Record<string, string> = {
  'bad-credentials': '登录名或密码不对',
  'no-role': '没有权限登录',
  'too-many-attempts': '尝试次数过多',
  'not-allowed': '无权操作',
  'not-signed-in': '未登录',
  'bad-csrf-token': '页面已过期',
  'bad-request': '内容有误',
  'wrong-password': '原密码不对',
  'weak-password': '新密码不合要求',
};
