import { expect, test } from '@jest/globals';
import { readConfig } from '../../workers/config.ts';

const NEEDED = {
  DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/projects',
  SMTP_URL: 'smtp://mail:25',
};
const problemsOf = (environment: Record<string, string>): string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return String((error as Error).message)
      .split('\n')
      .slice(1);
  }
};

test('what is not set has a default', () => {
  expect(readConfig(NEEDED)).toEqual({
    ...NEEDED,
    MAIL_FROM: 'no-reply@jiujiang.example',
    SIGNATURES: 'door',
    ORGANIZATION_FILE: 'config/organization.yaml',
    HOLIDAY_FOLDER: 'config/holidays',
    MODELS_FOLDER: 'bpmn',
    WORKERS_HTTP_PORT: 8090,
    LOG_LEVEL: 'info',
  });
});

test('a setting left empty counts as not set', () => {
  const config = readConfig({ ...NEEDED, CLOCK_URL: '', WORKERS_HTTP_PORT: '', MAIL_FROM: '' });
  expect(config).toEqual(readConfig(NEEDED));
});

test('a port is a number', () => {
  expect(readConfig({ ...NEEDED, WORKERS_HTTP_PORT: '0' }).WORKERS_HTTP_PORT).toBe(0);
  expect(readConfig({ ...NEEDED, WORKERS_HTTP_PORT: '65535' }).WORKERS_HTTP_PORT).toBe(65_535);
});

test('every fault is told at once, with its name and what to write', () => {
  const problems = problemsOf({
    DATABASE_URL: 'mysql://h/db',
    SMTP_URL: 'http://mail',
    MAIL_FROM: 'nobody',
    CLOCK_URL: 'engine:9600',
    SEARCH_URL: 'opensearch:9200',
    WORKERS_HTTP_PORT: '65536',
    LOG_LEVEL: 'loud',
  });
  expect(problems.map((line) => line.trim().split('：')[0])).toEqual([
    'DATABASE_URL',
    'SMTP_URL',
    'MAIL_FROM',
    'CLOCK_URL',
    'SEARCH_URL',
    'WORKERS_HTTP_PORT',
    'LOG_LEVEL',
  ]);
  for (const line of problems) expect(line).toContain('请填写');
});

test('what is needed and missing is told', () => {
  expect(problemsOf({})).toEqual([
    expect.stringContaining('DATABASE_URL：请填写 PostgreSQL 地址'),
    expect.stringContaining('SMTP_URL：请填写邮件服务器地址'),
  ]);
});

test.each(['-1', '8090x', '1e3', '123456'])('%s is no port', (port) => {
  expect(problemsOf({ ...NEEDED, WORKERS_HTTP_PORT: port })).toHaveLength(1);
});

test('a password does not show in the message', () => {
  expect(problemsOf({ ...NEEDED, DATABASE_URL: 'mysql://u:geheim@h/db' }).join()).not.toContain(
    'geheim',
  );
});
