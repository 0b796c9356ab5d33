import type { Kind } from '../../api/common.ts';
import type { Change } from '../../api/publishing.ts';
import { lazily } from '../lazily.tsx';
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
  'compare/diagram/diagram-comparison.tsx',
  async () => (await import('./diagram/diagram-comparison.tsx')).DiagramComparison,
);
/** Shows what differs between two texts, in the way that suits their kind. */
export function Comparison({ kind, ...compared }: Compared & { kind: Kind }) {
  switch (kind) {
    case 'process':
      return <DiagramComparison {...compared} />;
    case 'decision':
      return <TableComparison {...compared} />;
    case 'form':
      return <FormComparison {...compared} />;
    case 'notice':
      return <LineComparison {...compared} />;
  }
}

/** The elements that lists of changes name as changed. */
export function changedElements(changes: Change[]): string[] {
  return changes.flatMap(({ kind, elementId }) =>
    kind === 'changed' && elementId ? [elementId] : [],
  );
}
