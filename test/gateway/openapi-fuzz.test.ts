import { fuzz } from '../support/fuzz.ts';
import { ADMINISTRATOR, useGateway } from './support/gateway.ts';

const use = useGateway();

fuzz(() => ({
  app: () => use.app(),
  folder: use.folder,
  person: ADMINISTRATOR,
  // They end sessions, also the one all others need; they have tests of their own.
  except: ['signOut', 'endMySession', 'endSession', 'endSessions'],
  lines: use.lines,
  reached: ['/api/account', '/api/accounts', '/api/audit'],
}));
