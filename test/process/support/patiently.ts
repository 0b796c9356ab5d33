import { until } from './until.ts';

const RESOURCE_EXHAUSTED = 8;

/**
 * Asks the engine again when it was too busy to take a request: nothing of it was written then, so it is
 * done once. Many projects filed at one moment on a slow machine meet that.
 */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  const { answer } = await until('the engine to take a request', async () => {
    try {
      return { answer: await ask() };
    } catch (error) {
      if (!isBusy(error)) throw error;
      return undefined;
    }
  });
  return answer;
}

function isBusy(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === RESOURCE_EXHAUSTED || String(message).includes('RESOURCE_EXHAUSTED');
}
