import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../../gateway/server/config.ts';
import { oidcSettings } from '../../../site/server/sign-in/oidc-provider.ts';

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

describe('an OpenID Connect provider', () => {
  const provider = {
    ...needed,
    OIDC_ISSUER: 'https://id.example/gov',
    OIDC_CLIENT_ID: 'gateway',
    OIDC_CLIENT_SECRET: 'secret',
  };
  const read = (some: object) => oidcSettings(readConfig({ ...provider, ...some }));

  test('is used only where it is named, and finds people by e-mail unless it is said otherwise', () => {
    expect(oidcSettings(readConfig(needed))).toBeUndefined();
    const { issuer, ...usual } = read({}) ?? {};
    expect(usual).toEqual({ clientId: 'gateway', clientSecret: 'secret', personClaim: 'email' });
    expect(issuer).toBe('https://id.example/gov');
    expect(read({ OIDC_PERSON_CLAIM: 'subject' })).toMatchObject({ personClaim: 'subject' });
  });

  test('is only spoken to in secret, but on the machine itself', () => {
    expect(read({ OIDC_ISSUER: 'http://127.0.0.1:9000' })).toBeDefined();
    for (const issuer of [
      'http://id.example',
      'http://127.0.0.1.example',
      'http://localhost.evil',
    ]) {
      expect(() => read({ OIDC_ISSUER: issuer })).toThrow(
        '  OIDC_ISSUER：统一身份认证的网址须以 https:// 开头',
      );
    }
  });

  test('knows us by a secret, which may stand in a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'oidc-'));
    writeFileSync(join(folder, 'secret'), 'from a file\n');
    const secretFile = join(folder, 'secret');
    expect(read({ OIDC_CLIENT_SECRET: '', OIDC_CLIENT_SECRET_FILE: secretFile })).toMatchObject({
      clientSecret: 'from a file',
    });
    rmSync(folder, { recursive: true });
    expect(() => read({ OIDC_CLIENT_SECRET: '' })).toThrow('OIDC_CLIENT_SECRET_FILE');
    expect(() => read({ OIDC_CLIENT_ID: '' })).toThrow('OIDC_CLIENT_ID');
    expect(() => read({ OIDC_PERSON_CLAIM: 'name' })).toThrow(
      '  OIDC_PERSON_CLAIM：请填写 subject 或 email',
    );
  });
});
