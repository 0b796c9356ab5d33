import { scenarioRoutes } from '../api.ts';
import './scenario.css';
import { useEffect, useState } from 'preact/hooks';
import { call } from '../../../site/page/api.ts';
import { Page } from '../../../site/page/ui/page.tsx';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Loading, Waiting } from '../../../site/page/ui/waiting.tsx';
import { may } from '../../api/rights.ts';
import { tryUnsaved, unsavedTexts } from '../../page/unsaved-texts.ts';
import { useMe } from '../../page/use-me.ts';
import type { Example } from './application.ts';
import { Scenario } from './scenario.tsx';
import { fromHash, type Supposed } from './supposed.ts';
import { today } from './words.ts';

/** Tries the models: an application, a calendar, and what people would decide. */
export function ScenarioPage() {
  const { loaded, reload } = useLoaded('examples', (signal) =>
    call(scenarioRoutes.listExamples, { signal }),
  );
  const me = useMe();
  const [unsaved] = useState(unsavedTexts);
  // Whoever comes back later tries what was saved meanwhile.
  useEffect(() => () => tryUnsaved([]), []);
  return (
    <Page
      title="推演"
      lead="选一个项目和申报日，逐步设想各环节的办理结论，查看每个环节的截止日期、亮灯和通知。只作推算，不会启动任何流程，也不会发出邮件。"
    >
      {unsaved.length > 0 && (
        <p class="message message-warning">
          “已保存的（草稿）”之上加入了尚未保存的修改：{unsaved.map(({ path }) => path).join('、')}
          。离开本页后不再加入。
        </p>
      )}
      {may(me, 'edit') ? (
        <Waiting of={loaded} reload={reload}>
          {({ examples }) => <FromLink examples={examples} />}
        </Waiting>
      ) : (
        <p class="message message-warning">
          推演由模型编辑人员使用，您的角色只能查阅。需要时请与模型编辑人员联系。
        </p>
      )}
    </Page>
  );
}

/** Begins with the scenario the link holds, and anew when another link is opened. */
function FromLink({ examples }: { examples: Example[] }) {
  const [begun, setBegun] = useState<Supposed>();

  useEffect(() => {
    const read = () =>
      fromHash(location.hash).then((linked) => setBegun(linked ?? freshScenario(examples)));
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [examples]);

  if (!begun) return <Loading />;
  return <Scenario key={JSON.stringify(begun)} begun={begun} examples={examples} />;
}

function freshScenario(examples: Example[]): Supposed {
  return {
    example: (examples.find(({ name }) => name.startsWith('small')) ?? examples[0])?.name ?? '',
    differs: {},
    filedOn: today(),
    choices: [],
    until: null,
    at: 'saved',
    compared: false,
  };
}
