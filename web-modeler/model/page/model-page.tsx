import { useState } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';
import { call } from '../../../site/page/api.ts';
import { NothingHere } from '../../../site/page/frame/nothing-here.tsx';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Waiting } from '../../../site/page/ui/waiting.tsx';
import { modelRoutes } from '../api.ts';
import { atOf } from './at.ts';
import { OpenModel, readSummary } from './open-model.tsx';

/** One model in its editor: `?path=`, with `at=` an earlier text to read, `element=` what to select. */
export function ModelPage() {
  const [search] = useSearchParams();
  const path = search.get('path');
  const at = atOf(search.get('at'));
  const element = search.get('element') ?? undefined;
  const [round, setRound] = useState(0);
  const { loaded, reload } = useLoaded(`${path} ${at} ${round}`, async (signal) => {
    const [model, summary] = await Promise.all([
      call(modelRoutes.readModel, { query: { path: path ?? '', at }, signal }),
      readSummary(path, signal),
    ]);
    return { model, summary };
  });

  if (!path) return <NothingHere />;
  return (
    <Waiting of={loaded} reload={reload}>
      {({ model, summary }) => (
        <OpenModel
          key={`${path} ${at} ${round}`}
          model={model}
          summary={summary}
          at={at}
          element={element}
          reopen={() => setRound(round + 1)}
        />
      )}
    </Waiting>
  );
}
