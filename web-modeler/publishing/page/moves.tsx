import { ByAt } from '../../../site/page/ui/by-at.tsx';
import type { Move } from '../api.ts';

/** By which document and by whom running projects were moved to or from this publication's versions. */
export function Moves({ moves }: { moves: Move[] }) {
  return (
    <section>
      <h2>迁移记录</h2>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">文号</th>
            <th scope="col">流程</th>
            <th scope="col">版本</th>
            <th scope="col">迁移人</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {moves.map(({ document, processId, fromVersion, toVersion, by, at, outcome }) => (
            <tr key={`${at} ${processId}`}>
              <th scope="row">{document}</th>
              <td class="id">{processId}</td>
              <td>
                第 {fromVersion} 版 → 第 {toVersion} 版
              </td>
              <td>
                <ByAt by={by} at={at} />
              </td>
              <td>
                {outcome
                  ? `迁移 ${outcome.moved} 个，留在原版本 ${outcome.stayed} 个`
                  : '没有记录到结果，请重新检查迁移方案'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
