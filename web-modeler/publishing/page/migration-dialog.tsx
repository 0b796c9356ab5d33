import { useState } from 'preact/hooks';
import type { z } from 'zod';
import { call } from '../../../site/page/api.ts';
import { Dialog } from '../../../site/page/ui/dialog.tsx';
import { ProblemLine } from '../../../site/page/ui/field.tsx';
import { useAction } from '../../../site/page/ui/use-action.ts';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Waiting } from '../../../site/page/ui/waiting.tsx';
import { DocumentField, isDocument } from '../../page/ui/document-field.tsx';
import { type MigrationPlan, publishingRoutes } from '../api.ts';

type Props = {
  processId: string;
  processName: string;
  fromVersion: number;
  toVersion: number;
  close(): void;
  onMigrated(): void;
};
type Outcome = z.infer<typeof publishingRoutes.migrate.answer>;

/** Moves running projects to another version: the checked plan first, then the step itself. */
export function MigrationDialog({ processName, close, onMigrated, ...versions }: Props) {
  const { processId, fromVersion, toVersion } = versions;
  const [outcome, setOutcome] = useState<Outcome>();
  const { loaded, reload } = useLoaded(`${processId} ${fromVersion} ${toVersion}`, (signal) =>
    call(publishingRoutes.checkMigration, { query: { processId, fromVersion, toVersion }, signal }),
  );
  return (
    <Dialog
      title={`迁移${processName}：第 ${fromVersion} 版 → 第 ${toVersion} 版`}
      onClose={() => {
        close();
        if (outcome) onMigrated();
      }}
      wide
    >
      {outcome ? (
        <Told outcome={outcome} />
      ) : (
        <Waiting of={loaded} reload={reload}>
          {(plan) => <Plan plan={plan} onMigrated={setOutcome} />}
        </Waiting>
      )}
    </Dialog>
  );
}

function Plan({ plan, onMigrated }: { plan: MigrationPlan; onMigrated(outcome: Outcome): void }) {
  const { instances, mapping, problems } = plan;
  const [document, setDocument] = useState('');
  const { busy, problem, run } = useAction();

  function migrate(event: Event): void {
    event.preventDefault();
    void run(async () => {
      onMigrated(await call(publishingRoutes.migrate, { body: { plan, document } }));
    });
  }

  return (
    <form onSubmit={migrate}>
      <p>共 {instances.length} 个在办项目，各步骤这样对应：</p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">现在的步骤</th>
            <th scope="col">新版本中的步骤</th>
          </tr>
        </thead>
        <tbody>
          {mapping.map(({ from, fromLabel, to, toLabel }) => (
            <tr key={from}>
              <td>
                {fromLabel} <span class="id">{from}</span>
              </td>
              <td>
                {toLabel} <span class="id">{to}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > 0 ? (
        <div class="message message-error" role="alert">
          <p>方案检查没有通过，不能迁移：</p>
          <ul>
            {problems.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ) : (
        <>
          <p class="message message-good">方案检查通过。</p>
          <DocumentField value={document} change={setDocument} hint="要求迁移的文件的文号。" />
        </>
      )}
      <ProblemLine problem={problem} />
      <footer class="dialog-foot">
        <button
          type="submit"
          class="primary"
          disabled={busy || problems.length > 0 || instances.length === 0 || !isDocument(document)}
        >
          {busy ? '正在迁移……' : `迁移 ${instances.length} 个项目`}
        </button>
      </footer>
    </form>
  );
}

function Told({ outcome: { moved, stayed } }: { outcome: Outcome }) {
  return (
    <>
      <p class="message message-good">已迁移 {moved.length} 个项目。</p>
      {stayed.length > 0 && (
        <>
          <p>以下项目仍留在原版本：</p>
          <ul>
            {stayed.map(({ instance, reason }) => (
              <li key={instance}>
                <span class="id">{instance}</span> {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
