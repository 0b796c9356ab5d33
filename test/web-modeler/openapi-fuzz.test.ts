import { fuzz } from '../support/fuzz.ts';
import { PUBLISHER, useModeler } from './server/support/modeler.ts';

const use = useModeler();

fuzz(() => ({
  app: () => use.app({ failsAfterMs: 0 }),
  folder: use.folder,
  person: PUBLISHER,
  // It would end the session all others need; it has tests of its own.
  except: ['signOut'],
  lines: use.lines,
  reached: ['/api/models', '/api/model', '/api/audit'],
}));
