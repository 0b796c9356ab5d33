import DmnViewer from 'dmn-js/lib/NavigatedViewer.js';
import { useMemo, useState } from 'preact/hooks';
import { decisions } from '../../../editor/chinese/decisions.ts';
import { translateDecisionsModule } from '../../../editor/chinese/translate.ts';
import { translatePage } from '../../../editor/chinese/translate-page.ts';
import type { Compared } from '../comparison.tsx';
import { type Pair, pairUp } from '../pairs.ts';
import { partsOfTables, readTables, type Table } from '../tables.ts';
import { fatesOf } from './fates.ts';
import { type Draw, RenderedSides } from './rendered-sides.tsx';
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import './rendered.css';

/** Two texts' decision tables beside each other; of several one is chosen, at first one that changed. */
export function TablesSideBySide(compared: Compared) {
  const pairs = pairUp(tablesOf(compared.before), tablesOf(compared.after));
  const [chosen, setChosen] = useState(() => (pairs.find(differs) ?? pairs[0])?.id);
  const draw = useMemo(() => drawing(chosen), [chosen]);
  const colours = fatesOf(partsOf(compared.before), partsOf(compared.after));
  return (
    <>
      {pairs.length > 1 && (
        <fieldset class="choices">
          <legend>决策表</legend>
          {pairs.map(({ id, before, after }) => (
            <button
              key={id}
              type="button"
              aria-pressed={id === chosen}
              onClick={() => setChosen(id)}
            >
              {(after ?? before)?.name}
            </button>
          ))}
        </fieldset>
      )}
      <RenderedSides {...compared} colours={colours} where={where} draw={draw} />
    </>
  );
}

function where(id: string): string[] {
  return [`[data-element-id="${id}"]`, `tr:has([data-element-id="${id}"].rule-index) .annotation`];
}

function tablesOf(source: string | null): Table[] {
  return source === null ? [] : readTables(source);
}

function partsOf(source: string | null) {
  return source === null ? [] : partsOfTables(source);
}

function differs({ before, after }: Pair<Table>): boolean {
  return JSON.stringify(plain(before)) !== JSON.stringify(plain(after));
}

function plain(table: Table | undefined) {
  return table && { ...table, rules: table.rules.map(({ id, cells }) => [id, ...cells]) };
}

function drawing(decision: string | undefined): Draw {
  return async (host, source) => {
    const translation = translatePage(host, decisions);
    const viewer = new DmnViewer({
      container: host,
      common: { additionalModules: [translateDecisionsModule] },
    });
    await viewer.importXML(source);
    const view = viewer.getViews().find(({ element }) => element.id === decision);
    if (view) await viewer.open(view);
    else host.hidden = true;
    return () => {
      translation.stop();
      viewer.destroy();
      host.hidden = false;
    };
  };
}
