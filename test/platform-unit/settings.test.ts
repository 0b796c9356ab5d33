import { describe, expect, test } from '@jest/globals';
import { readSettings, SettingsError } from '../../platform/index.ts';
import { isBlocked } from '../../platform/settings/blocked-ports.ts';

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
    expect(settings.ports).toMatchObject({ gateway: 8080, web: 8081, rest: 8088, grpc: 26500 });
    expect(settings.CACHE_FOLDER).toBe('/home/li/.cache/jiujiang-digital-projects');
    expect(settings.cluster).toBeUndefined();
  });

  test('XDG_CACHE_HOME is respected, and an empty value counts as not set', () => {
    const settings = readSettings({ HOME: '/home/li', XDG_CACHE_HOME: '/var/c', WEB_PORT: '' });
    expect(settings.CACHE_FOLDER).toBe('/var/c/jiujiang-digital-projects');
    expect(settings.ports.web).toBe(8081);
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

  test('beside a cluster the modeler needs its login, and then its REST address too', () => {
    const cluster = { ZEEBE_GRPC_ADDRESS: 'grpc://zeebe:26500' };
    expect(readSettings(cluster).cluster?.web).toBeUndefined();
    expect(problemsOf({ ...cluster, LOGIN_URL: 'http://web:8080' })).toHaveProperty(
      'ZEEBE_REST_ADDRESS',
    );
    expect(problemsOf({ ...cluster, LOGIN_URL: 'web:8080' }).LOGIN_URL).toContain('应为网址');
  });

  test('a port that browsers and Node’s fetch refuse is refused at once', () => {
    expect(problemsOf({ PORT_OFFSET: '2000' }).GATEWAY_PORT).toMatch(/10080.*禁止访问/);
    expect(problemsOf({ REST_PORT: '6666' })).toHaveProperty('REST_PORT');
    // Nobody asks it by HTTP.
    expect(problemsOf({ POSTGRES_PORT: '10080' })).toEqual({});
  });

  test('exactly those ports are refused that fetch refuses', async () => {
    const HIGHEST = 11_000;
    const refused: number[] = [];
    for (let port = 1; port <= HIGHEST; port += 1) if (await fetchRefuses(port)) refused.push(port);
    const ours = Array.from({ length: HIGHEST }, (_, n) => n + 1).filter(isBlocked);
    expect(ours).toEqual(refused);
  });
});

/** Nothing is sent: the address is either refused or would be handed to this dispatcher. */
async function fetchRefuses(port: number): Promise<boolean> {
  let reached = false;
  const dispatcher = {
    dispatch(_options: object, handler: { onError(error: Error): void }) {
      reached = true;
      handler.onError(new Error('reached'));
      return true;
    },
  };
  const init = { dispatcher } as RequestInit;
  await fetch(`http://127.0.0.1:${port}`, init).catch(() => {});
  return !reached;
}
