import { expect, test } from '@jest/globals';
import { readConfig } from '../../../gateway/server/config.ts';

const needed = { DATABASE_URL: 'postgres://u:p@127.0.0.1/db' };

test('only where the database is must be said; an empty setting counts as not set', () => {
  expect(readConfig({ ...needed, GATEWAY_PORT: '', GATEWAY_TLS_CERT: '' })).toMatchObject({
    GATEWAY_PORT: 8080,
    GATEWAY_HOST: '127.0.0.1',
    SESSION_SECRET_FILE: 'data/session-secret',
  });
  expect(readConfig(needed)).not.toHaveProperty('DEMO_PASSWORD');
});

test('every bad setting is named, in Chinese', () => {
  const bad = { DATABASE_URL: 'mysql://x', GATEWAY_PORT: '70000', GATEWAY_TRUST_PROXY: '*' };
  expect(() => readConfig(bad)).toThrow(
    [
      '统一入口的设置有误：',
      '  GATEWAY_PORT：请填写 0 至 65535 之间的端口号',
      '  GATEWAY_TRUST_PROXY：请填写反向代理的层数（如 1）或地址（如 10.0.0.2）',
      '  DATABASE_URL：请填写 PostgreSQL 地址，例如 postgres://用户:口令@主机:5432/库名',
    ].join('\n'),
  );
});

test('TLS needs the certificate and its key', () => {
  const both = { ...needed, GATEWAY_TLS_CERT: 'a.pem', GATEWAY_TLS_KEY: 'b.pem' };
  expect(readConfig(both)).toMatchObject({ GATEWAY_TLS_CERT: 'a.pem', GATEWAY_TLS_KEY: 'b.pem' });
  expect(() => readConfig({ ...both, GATEWAY_TLS_KEY: '' })).toThrow(
    '  GATEWAY_TLS_KEY：证书和私钥须同时填写，或都不填写',
  );
});
