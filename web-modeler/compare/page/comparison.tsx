import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { lazily } from '../../../site/page/lazily.tsx';
import type { Kind } from '../../api/common.ts';
import type { Change } from '../../publishing/api.ts';
import { FormComparison } from './form-comparison.tsx';
import { LineComparison } from './line-comparison.tsx';
import { TableComparison } from './table-comparison.tsx';

/** Two texts of one file. Null: it did not exist, or was removed. */
export type Compared = {
  path: string;
  before: string | null;
  after: string | null;
  beforeWords: string;
  afterWords: string;
  /** An element to show; another object shows it again. */
  shown?: { elementId: string } | undefined;
  /** Elements that changed in the law's words, to be coloured too. */
  changed?: string[];
};

const DiagramComparison = lazily<Compared>(
  'compare/page/diagram/diagram-comparison.tsx',
  async () => (await import('./diagram/diagram-comparison.tsx')).DiagramComparison,
);
const TablesSideBySide = lazily<Compared>(
  'compare/page/rendered/tables.tsx',
  async () => (await import('./rendered/tables.tsx')).TablesSideBySide,
);
const FormsSideBySide = lazily<Compared>(
  'compare/page/rendered/forms.tsx',
  async () => (await import('./rendered/forms.tsx')).FormsSideBySide,
);

/** Shows what differs between two texts, in the way that suits their kind. */
export function Comparison({ kind, ...compared }: Compared & { kind: Kind }) {
  switch (kind) {
    case 'process':
      return <DiagramComparison {...compared} />;
    case 'decision':
      return <TwoWays compared={compared} Pictures={TablesSideBySide} Merged={TableComparison} />;
    case 'form':
      return <TwoWays compared={compared} Pictures={FormsSideBySide} Merged={FormComparison} />;
    case 'notice':
      return <LineComparison {...compared} />;
  }
}

type TwoWaysProps = {
  compared: Compared;
  Pictures: ComponentType<Compared>;
  Merged: ComponentType<Compared>;
};

/** Two pictures beside each other, or what differs item by item. */
function TwoWays({ compared, Pictures, Merged }: TwoWaysProps) {
  const [merged, setMerged] = useState(false);
  return (
    <div class="two-ways">
      <fieldset class="choices">
        <legend>显示</legend>
        <button type="button" aria-pressed={!merged} onClick={() => setMerged(false)}>
          并排
        </button>
        <button type="button" aria-pressed={merged} onClick={() => setMerged(true)}>
          逐项
        </button>
      </fieldset>
      {merged ? <Merged {...compared} /> : <Pictures {...compared} />}
    </div>
  );
}

/** The elements that lists of changes name as changed. */
export function changedElements(changes: Change[]): string[] {
  return changes.flatMap(({ kind, elementId }) =>
    kind === 'changed' && elementId ? [elementId] : [],
  );
}
