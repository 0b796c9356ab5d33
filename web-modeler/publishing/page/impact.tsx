import { useState } from 'preact/hooks';
import { call } from '../../../site/page/api.ts';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Waiting } from '../../../site/page/ui/waiting.tsx';
import type { Running, Submission } from '../api.ts';
import { publishingRoutes } from '../api.ts';
import { MigrationDialog } from './migration-dialog.tsx';

type Props = { submission: Submission; mayMigrate: boolean; onMigrated(): void };

/** Running projects of the processes that a submission changes, by version and step. */
export function Impact({ submission, mayMigrate, onMigrated }: Props) {
  const { loaded, reload } = useLoaded(submission.id, (signal) =>
    call(publishingRoutes.readImpact, { params: { id: submission.id }, signal }),
  );
  return (
    <Waiting of={loaded} reload={reload}>
      {({ running }) =>
        running.length === 0 ? (
          <p class="empty">没有正在这些流程中办理的项目。</p>
        ) : (
          <Table
            running={running}
            deployed={submission.deployed}
            mayMigrate={mayMigrate}
            onMigrated={onMigrated}
          />
        )
      }
    </Waiting>
  );
}

type TableProps = {
  running: Running[];
  deployed: Submission['deployed'];
  mayMigrate: boolean;
  onMigrated(): void;
};
type Move = { processId: string; processName: string; fromVersion: number; toVersion: number };

function Table({ running, deployed, mayMigrate, onMigrated }: TableProps) {
  const [asked, setAsked] = useState<Move>();
  const total = running.reduce((sum, { count }) => sum + count, 0);
  const movable = running.filter((row) => row.movable).reduce((sum, { count }) => sum + count, 0);
  const moves = mayMigrate ? movesOf(running, deployed) : [];

  return (
    <>
      <p>
        共有 {total} 项在办任务，发布后都按原版本继续办理。其中 {movable}{' '}
        项在发布后可以另行迁移到新版本
        {total > movable && `，${total - movable} 项只能留在原版本`}。
      </p>
      <table class="table impact">
        <thead>
          <tr>
            <th scope="col">流程</th>
            <th scope="col">版本</th>
            <th scope="col">所在步骤</th>
            <th scope="col">在办数</th>
            <th scope="col">能否迁移</th>
          </tr>
        </thead>
        <tbody>
          {running.map(({ processId, processName, version, elementId, label, count, ...row }) => (
            <tr key={`${processId} ${version} ${elementId}`}>
              <th scope="row">{processName}</th>
              <td class="number">第 {version} 版</td>
              <td>
                {label} <span class="id">{elementId}</span>
              </td>
              <td class="number">{count}</td>
              <td>{row.movable ? '可以' : `不能：${row.reason ?? '新版本中没有这个步骤'}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {moves.length > 0 && (
        <div class="moves">
          <h3>迁移在办项目</h3>
          <p class="muted">
            迁移是单独的一步，先检查方案再执行，须有文号。不迁移的项目按原版本办完。
          </p>
          {moves.map((move) => (
            <button
              key={`${move.processId} ${move.fromVersion}`}
              type="button"
              onClick={() => setAsked(move)}
            >
              {move.processName}：第 {move.fromVersion} 版 → 第 {move.toVersion} 版
            </button>
          ))}
        </div>
      )}
      {asked && (
        <MigrationDialog {...asked} close={() => setAsked(undefined)} onMigrated={onMigrated} />
      )}
    </>
  );
}

/** Older versions with running projects, and what this publication deployed in their place. */
function movesOf(running: Running[], deployed: Submission['deployed']): Move[] {
  const moves = new Map<string, Move>();
  for (const { processId, processName, version } of running) {
    const now = deployed.find(({ kind, id }) => kind === 'process' && id === processId);
    if (!now || version >= now.version) continue;
    const move = { processId, processName, fromVersion: version, toVersion: now.version };
    moves.set(`${processId} ${version}`, move);
  }
  return [...moves.values()];
}
