import { Link } from 'wouter-preact';
import { call } from '../../../site/page/api.ts';
import { ByAt } from '../../../site/page/ui/by-at.tsx';
import { Page } from '../../../site/page/ui/page.tsx';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Waiting } from '../../../site/page/ui/waiting.tsx';
import { may } from '../../api/rights.ts';
import { submissionAddress, submitAddress } from '../../page/addresses.ts';
import { useMe } from '../../page/use-me.ts';
import type { Submission } from '../api.ts';
import { publishingRoutes } from '../api.ts';
import { StateOf } from './state-of.tsx';

/** Everything that was submitted: what waits first, then what was done. */
export function SubmissionsPage() {
  const me = useMe();
  const { loaded, reload } = useLoaded('submissions', (signal) =>
    call(publishingRoutes.listSubmissions, { signal }),
  );
  return (
    <Page
      title="提交与发布"
      lead="修改由一人凭文号提交，由另一人核对后发布。发布后新项目按新版本办理，正在办理的项目仍按原版本办理。"
      actions={
        may(me, 'edit') && (
          <Link href={submitAddress()} className="button primary">
            提交修改
          </Link>
        )
      }
    >
      <Waiting of={loaded} reload={reload}>
        {({ submissions }) => <Submissions submissions={submissions} />}
      </Waiting>
    </Page>
  );
}

function Submissions({ submissions }: { submissions: Submission[] }) {
  const waiting = submissions.filter(isWaiting);
  const ended = submissions.filter((submission) => !isWaiting(submission));
  return (
    <>
      <h2>等待发布</h2>
      {waiting.length > 0 ? (
        <Table submissions={waiting} />
      ) : (
        <p class="empty">没有等待发布的提交。</p>
      )}
      <h2>已处理</h2>
      {ended.length > 0 ? <Table submissions={ended} /> : <p class="empty">还没有处理过的提交。</p>}
    </>
  );
}

function isWaiting({ state }: Submission): boolean {
  return state === 'open' || state === 'publishing';
}

function Table({ submissions }: { submissions: Submission[] }) {
  return (
    <table class="table submissions">
      <thead>
        <tr>
          <th scope="col">文号</th>
          <th scope="col">说明</th>
          <th scope="col">修改</th>
          <th scope="col">提交</th>
          <th scope="col">状态</th>
          <th scope="col">处理</th>
        </tr>
      </thead>
      <tbody>
        {submissions.map((submission) => (
          <Row key={submission.id} submission={submission} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ submission }: { submission: Submission }) {
  const { id, document, note, changes, files, by, at, ended } = submission;
  const legal = changes.filter((change) => change.legal);
  const [first] = legal.length > 0 ? legal : changes;
  const nothingBefore = files.every(({ before }) => before === null);
  return (
    <tr>
      <th scope="row">
        <Link href={submissionAddress(id)}>{document}</Link>
      </th>
      <td>
        {submission.rollsBackTo && <span class="tag">回退</span>} {note}
      </td>
      <td>
        {first?.sentence ?? (nothingBefore ? '首次发布' : '只调整了图形位置或文件格式')}
        <span class="muted block">
          {files.length} 个文件
          {changes.length > 0 && `，${changes.length} 处修改`}
          {legal.length > 0 && `，其中法定内容 ${legal.length} 处`}
        </span>
      </td>
      <td>
        <ByAt by={by} at={at} />
      </td>
      <td>
        <StateOf state={submission.state} />
      </td>
      <td>
        {ended && (
          <>
            <ByAt by={ended.by} at={ended.at} />
            {ended.reason && <span class="block">退回原因：{ended.reason}</span>}
          </>
        )}
      </td>
    </tr>
  );
}
