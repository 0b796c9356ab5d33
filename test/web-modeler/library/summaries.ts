import type { Link, ModelSummary } from '../../../web-modeler/library/page/groups.ts';

const OID = '0'.repeat(40);

/** A model as the library lists it, with what a test is about put in. */
export function summary(path: string, given: Partial<ModelSummary> = {}): ModelSummary {
  const home = path.slice(0, path.indexOf('/'));
  return {
    path,
    kind: 'process',
    id: home,
    name: home,
    home: { id: home, name: home },
    blob: OID,
    changed: {
      commit: OID,
      blob: OID,
      by: { id: 'release', name: '安装包' },
      at: '2026-10-09T01:00:00.000Z',
      note: '随程序首次提供',
    },
    state: 'published',
    deployedVersion: 1,
    errors: 0,
    warnings: 0,
    differsFromShipped: false,
    ...given,
  };
}

export function calls(from: string, to: string): Link {
  return { from, to, kind: 'calls', elements: [{ id: 'Call_1', name: '' }] };
}
