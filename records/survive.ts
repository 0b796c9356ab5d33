import { types } from 'node:util';
import { POOL_SIZE } from './connection.ts';

const BROKEN =
  /Connection terminated|connection error and is not queryable|Client was closed|server closed/i;
const CODES = new Set(['57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE']);

function isBrokenConnection(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return CODES.has(code) || code.startsWith('08') || BROKEN.test(error.message);
}

/**
 * The same methods, tried again when the connection under them broke: after a restart of the database
 * the pool still holds dead connections, and each try gets rid of only one. Only for methods that may run twice.
 */
export function surviving<T extends object>(methods: T): T {
  return new Proxy(methods, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        for (let dead = 0; ; dead += 1) {
          try {
            return await method.apply(target, args);
          } catch (error) {
            if (dead === POOL_SIZE || !isBrokenConnection(error)) throw error;
          }
        }
      };
    },
  });
}
