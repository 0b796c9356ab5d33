import { useState } from 'preact/hooks';
import { Link, useParams } from 'wouter-preact';
import { call } from '../../../site/page/api.ts';
import { Moment } from '../../../site/page/ui/moment.tsx';
import { Page } from '../../../site/page/ui/page.tsx';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Waiting } from '../../../site/page/ui/waiting.tsx';
import type { Finding } from '../../api/common.ts';
import { FindingList } from '../../page/ui/finding-list.tsx';
import { useMe } from '../../page/use-me.ts';
import { type Move, publishingRoutes, type Submission } from '../api.ts';
import { Deployed } from './deployed.tsx';
import { Files } from './files.tsx';
import { Impact } from './impact.tsx';
import { Moves } from './moves.tsx';
import { isNewestOf, rightsOf } from './rights.ts';
import { StateOf } from './state-of.tsx';
import { SubmissionActions } from './submission-actions.tsx';

/** One submission: what it changes, what lint says, whom it touches, and what can be done with it. */
export function SubmissionPage() {
  const { id = '' } = useParams<{ id: string }>();
  const { loaded, reload } = useLoaded(id, async (signal) => {
    const [read, { submissions }] = await Promise.all([
      call(publishingRoutes.readSubmission, { params: { id }, signal }),
      call(publishingRoutes.listSubmissions, { signal }),
    ]);
    return { ...read, isNewest: isNewestOf(read.submission, submissions) };
  });
  return (
    <Waiting of={loaded} reload={reload}>
      {(read) => <Shown {...read} reload={reload} />}
    </Waiting>
  );
}

type Props = {
  submission: Submission;
  findings: Finding[];
  moves: Move[];
  isNewest: boolean;
  reload(): void;
};

function Shown({ submission, findings, moves, isNewest, reload }: Props) {
  const me = useMe();
  const [impactRound, setImpactRound] = useState(0);
  const rights = rightsOf(me, submission, findings, isNewest);
  const { document, note, by, at, authors, ended, rollsBackTo } = submission;

  return (
    <Page
      title={`${document}的修改`}
      lead={
        <>
          <Link href="/submissions">提交与发布</Link>
          <StateOf state={submission.state} />
          {rollsBackTo && <span class="tag">回退到较早的版本</span>}
        </>
      }
      actions={<SubmissionActions submission={submission} rights={rights} onDone={reload} />}
    >
      <dl class="facts">
        <dt>说明</dt>
        <dd>{note}</dd>
        <dt>提交</dt>
        <dd>
          {by.name} <Moment at={at} />
        </dd>
        {authors.length > 0 && (
          <>
            <dt>修改</dt>
            <dd>{authors.map(({ name }) => name).join('、')}</dd>
          </>
        )}
        {ended && (
          <>
            <dt>处理</dt>
            <dd>
              {ended.by.name} <Moment at={ended.at} />
              {ended.reason && `，原因：${ended.reason}`}
            </dd>
          </>
        )}
      </dl>
      {submission.deployed.length > 0 && <Deployed deployed={submission.deployed} />}
      <Files submission={submission} />
      <section>
        <h2>检查结果</h2>
        {findings.length === 0 ? (
          <p class="message message-good">没有发现问题。</p>
        ) : (
          <FindingList findings={findings} linkAt={submission.commit} />
        )}
      </section>
      {moves.length > 0 && <Moves moves={moves} />}
      <section>
        <h2>对在办项目的影响</h2>
        <Impact
          key={impactRound}
          submission={submission}
          mayMigrate={rights.mayMigrate}
          onMigrated={() => {
            setImpactRound(impactRound + 1);
            reload();
          }}
        />
      </section>
    </Page>
  );
}
