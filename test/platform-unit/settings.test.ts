import { describe, expect, test } from '@jest/globals';
import { readSettings, SettingsError } from '../../platform/index.ts';

function problemsOf(environment: Record<string, string>): Record<string, string> {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) {
      return Object.fromEntries(error.problems.map(({ key, message }) => [key, message]));
    }
    throw error;
  }
  return {};
}

describe('settings', () => {
  test('nothing set gives the usual ports and the user’s own cache', () => {
    const settings = readSettings({ HOME: '/home/li' });
    expect(settings.ports).toMatchObject({ web: 8080, rest: 8088, grpc: 26500, management: 9600 });
    expect(settings.CACHE_FOLDER).toBe('/home/li/.cache/jiujiang-digital-projects');
    expect(settings.cluster).toBeUndefined();
  });

  test('XDG_CACHE_HOME is respected, and an empty value counts as not set', () => {
    const settings = readSettings({ HOME: '/home/li', XDG_CACHE_HOME: '/var/c', WEB_PORT: '' });
    expect(settings.CACHE_FOLDER).toBe('/var/c/jiujiang-digital-projects');
    expect(settings.ports.web).toBe(8080);
  });

  test('PORT_OFFSET moves every port except those set by name', () => {
    const { ports } = readSettings({ PORT_OFFSET: '100', WEB_PORT: '8000' });
    expect(ports).toMatchObject({ web: 8000, rest: 8188, grpc: 26600, postgres: 5533 });
  });

  test('every wrong value is named at once, each with its key', () => {
    const problems = problemsOf({
      WEB_PORT: '80a',
      REST_PORT: '70000',
      ENGINE_HEAP: '1x',
      JVM_ARCHIVE: 'maybe',
      DATABASE_URL: 'mysql://root:secret@db/x',
    });
    expect(Object.keys(problems).sort()).toEqual([
      'DATABASE_URL',
      'ENGINE_HEAP',
      'JVM_ARCHIVE',
      'REST_PORT',
      'WEB_PORT',
    ]);
    expect(problems.WEB_PORT).toContain('80a');
  });

  test('a refused database address is not repeated, because of its password', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://root:secret@db/x' }).DATABASE_URL).not.toContain(
      'secret',
    );
  });

  test('two parts on one port are refused', () => {
    expect(problemsOf({ WEB_PORT: '8088' })).toEqual({
      REST_PORT: '与 WEB_PORT 使用了同一端口 8088',
    });
  });

  test('OpenSearch cannot go above 9299, be it by name or by offset', () => {
    expect(problemsOf({ OPENSEARCH_PORT: '9300' })).toHaveProperty('OPENSEARCH_PORT');
    expect(problemsOf({ PORT_OFFSET: '3000' }).PORT_OFFSET).toContain('OPENSEARCH_PORT');
    expect(problemsOf({ OPENSEARCH_PORT: '9299' })).toEqual({});
  });

  test.each(['ZEEBE_GRPC_ADDRESS', 'ZEEBE_ADDRESS'])('%s names an existing cluster', (key) => {
    expect(readSettings({ [key]: 'grpc://zeebe:26500' }).cluster?.grpc).toBe('grpc://zeebe:26500');
  });
});
