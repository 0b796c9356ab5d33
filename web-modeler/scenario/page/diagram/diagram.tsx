import { modelRoutes } from '../../../model/api.ts';
import 'bpmn-js/dist/assets/diagram-js.css';
import './marks.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../../../../site/page/api.ts';
import { Dialog } from '../../../../site/page/ui/dialog.tsx';
import { useLoaded } from '../../../../site/page/ui/use-loaded.ts';
import { Loading, Waiting } from '../../../../site/page/ui/waiting.tsx';
import type { Visit } from '../../api.ts';
import type { Played } from '../playing.ts';
import type { Supposed } from '../supposed.ts';
import { marksOf } from './places.ts';
import type { Viewer } from './viewer.ts';

type Props = {
  played: Played;
  at: Supposed['at'];
  selected: string | undefined;
  select(key: string): void;
};

/** Where it stands: the diagram of the selected or the open step, with the steps that are open and done. */
export function Diagram({ played, at, selected }: Props) {
  const { visits, happenings } = played;
  const [chosen, setChosen] = useState<string>();
  const [large, setLarge] = useState(false);
  const visit = visits.find(({ key }) => key === selected);
  const open = visits.findLast(({ closedOn }) => closedOn === null) ?? visits.at(-1);
  useEffect(() => setChosen(undefined), [selected, visits.length]);

  const paths = [
    ...new Set(['project-application/project-application.bpmn', ...visits.map((v) => v.path)]),
  ];
  const path = chosen ?? visit?.path ?? open?.path ?? happenings[0]?.path ?? paths[0] ?? '';
  const shown =
    visit?.path === path ? visit.elementId : open?.path === path ? open.elementId : undefined;
  const drawn = <Drawn key={`${at} ${path}`} path={path} at={at} played={played} shown={shown} />;
  return (
    <section class="scenario-diagram" aria-label="流程图">
      <header>
        <h2>流程图</h2>
        <span class="diagram-tools">
          <select
            aria-label="流程"
            value={path}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          >
            {paths.map((other) => (
              <option key={other} value={other}>
                {nameOf(other, visits)}
              </option>
            ))}
          </select>
          <button type="button" onClick={() => setLarge(true)}>
            放大
          </button>
        </span>
      </header>
      {large ? (
        <Dialog title={nameOf(path, visits)} wide onClose={() => setLarge(false)}>
          <div class="diagram-large">{drawn}</div>
        </Dialog>
      ) : (
        drawn
      )}
      <p class="muted diagram-legend">
        <i class="mark-open" />
        待办
        <i class="mark-around" />
        正在其中办理
        <i class="mark-done" />
        已办结
      </p>
    </section>
  );
}

/** The process's name where a step of it was visited; the first diagram is always that of the application. */
function nameOf(path: string, visits: Visit[]): string {
  return visits.find((visit) => visit.path === path)?.processName ?? '申报与审定（总流程）';
}

type DrawnProps = { path: string; at: Supposed['at']; played: Played; shown: string | undefined };

function Drawn({ path, at, played, shown }: DrawnProps) {
  const { loaded, reload } = useLoaded(`${at} ${path}`, (signal) =>
    call(modelRoutes.readModel, { query: { path, at }, signal }),
  );
  return (
    <Waiting of={loaded} reload={reload}>
      {({ source }) => <Canvas source={source} path={path} played={played} shown={shown} />}
    </Waiting>
  );
}

type CanvasProps = { source: string; path: string; played: Played; shown: string | undefined };

function Canvas({ source, path, played, shown }: CanvasProps) {
  const host = useRef<HTMLDivElement>(null);
  const [viewer, setViewer] = useState<Viewer>();
  const [unreadable, setUnreadable] = useState(false);

  useEffect(() => {
    let gone = false;
    let opened: Viewer | undefined;
    const element = host.current;
    if (!element) return;
    import('./viewer.ts')
      .then(({ openViewer }) => openViewer(element, source))
      .then(
        (ready) => {
          opened = ready;
          if (gone) ready.destroy();
          else setViewer(ready);
        },
        () => setUnreadable(true),
      );
    return () => {
      gone = true;
      opened?.destroy();
    };
  }, [source]);

  useEffect(() => {
    viewer?.mark(marksOf(played.visits, path));
    if (shown) viewer?.show(shown);
  }, [viewer, played, path, shown]);

  if (unreadable) return <p class="muted">这张流程图无法显示，请在编辑器中检查。</p>;
  return (
    <>
      {!viewer && <Loading />}
      <div ref={host} class="diagram-host" />
    </>
  );
}
