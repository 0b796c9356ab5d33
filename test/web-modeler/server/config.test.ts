import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../../web-modeler/server/config.ts';

const needed = { DATABASE_URL: 'postgres://u:p@127.0.0.1/db' };

describe('readConfig', () => {
  test('only where the database is must be said; an empty setting counts as not set', () => {
    expect(readConfig({ ...needed, MODELER_PORT: '', OPERATE_URL: '' })).toMatchObject({
      MODELER_PORT: 8070,
      MODELER_HOST: '127.0.0.1',
      MODELER_FOLDER: 'data/modeler',
      MODELER_CLIENT: 'data/modeler/client',
      SESSION_SECRET_FILE: 'data/modeler/session-secret',
      MODELS_FOLDER: 'bpmn',
    });
    expect(readConfig({ ...needed, MODELER_FOLDER: '/srv/m' }).MODELER_CLIENT).toBe(
      '/srv/m/client',
    );
    expect(readConfig(needed).MODELER_TRUST_PROXY).toBeUndefined();
  });

  test('every bad setting is named, in Chinese', () => {
    const bad = {
      DATABASE_URL: 'mysql://x',
      MODELER_PORT: '70000',
      LOG_LEVEL: 'loud',
      MODELER_TRUST_PROXY: '*',
    };
    expect(() => readConfig(bad)).toThrow(
      [
        '模型管理程序的设置有误：',
        '  MODELER_PORT：请填写 0 至 65535 之间的端口号',
        '  MODELER_TRUST_PROXY：请填写反向代理的层数（如 1）或地址（如 10.0.0.2）',
        '  DATABASE_URL：请填写 PostgreSQL 地址，例如 postgres://用户:口令@主机:5432/库名',
        '  LOG_LEVEL：请填写 debug、info、warn、error、silent 之一',
      ].join('\n'),
    );
  });

  test.each([
    ['1', 1],
    ['loopback', 'loopback'],
    ['10.0.0.0/8, fd00::1', '10.0.0.0/8, fd00::1'],
  ])('a proxy may be named as %s', (text, value) => {
    expect(readConfig({ ...needed, MODELER_TRUST_PROXY: text }).MODELER_TRUST_PROXY).toBe(value);
  });
});
