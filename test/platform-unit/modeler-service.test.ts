import { expect, test } from '@jest/globals';
import { readSettings } from '../../platform/index.ts';
import { modelerService } from '../../platform/services/modeler.ts';
import { portsOf } from '../../platform/settings/ports.ts';
import { readConfig } from '../../web-modeler/server/config.ts';

test('the modeler’s port is listened on only where the modeler is started', () => {
  const others = { database: true, mailbox: true, workers: true };
  expect(portsOf({ ...others, modeler: true })).toContain('modeler');
  expect(portsOf({ ...others, modeler: false })).not.toContain('modeler');
  expect(portsOf(others)).not.toContain('modeler');
});

test('the launcher gives the modeler settings that it takes', () => {
  const settings = readSettings({ DATA_FOLDER: '/srv/data', PORT_OFFSET: '100' });
  const { env } = modelerService(settings, 'postgres://u:p@127.0.0.1/db', {}, '/srv/pages');
  expect(readConfig(env ?? {})).toMatchObject({
    MODELER_PORT: 8170,
    MODELER_FOLDER: '/srv/data/modeler',
    MODELER_CLIENT: '/srv/pages',
    LOGIN_URL: 'http://127.0.0.1:8180',
    OPERATE_URL: 'http://127.0.0.1:8180/operate',
  });
});
