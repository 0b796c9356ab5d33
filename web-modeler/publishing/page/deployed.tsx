import { KIND_WORDS } from '../../page/ui/words.ts';
import type { Submission } from '../api.ts';

/** What the engine made of a publication; processes lead to Operate. */
export function Deployed({ deployed }: Pick<Submission, 'deployed'>) {
  return (
    <section>
      <h2>部署结果</h2>
      <ul class="deployed">
        {deployed.map(({ kind, id, version, operate }) => (
          <li key={`${kind} ${id}`}>
            {KIND_WORDS[kind]} <span class="id">{id}</span> 第 {version} 版
            {operate && (
              <a href={operate} target="_blank" rel="noreferrer">
                在 Operate 中查看
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
