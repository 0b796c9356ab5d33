import type { Route, Routes } from '../api/route.ts';

/** Codes that routes do not name one by one, because the site answers them before or around any operation. */
export const COMMON = {
  'bad-request': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'bad-csrf-token': 403,
  'cross-site': 403,
  'no-such-operation': 404,
  'no-such-method': 405,
  'too-large': 413,
  'not-json': 415,
  'too-many-attempts': 429,
  'records-unavailable': 503,
  'storage-full': 503,
} as const;
type Common = keyof typeof COMMON;

/** The status of every code that routes or the site name. */
export type Statuses = ReadonlyMap<string, number>;

/** @throws Error when two routes give a code two statuses: whoever handles it could not tell which it is */
export function statusesOf(routes: Routes): Statuses {
  const statuses = new Map<string, number>(Object.entries(COMMON));
  for (const [name, { codes }] of Object.entries(routes)) {
    for (const [code, status] of Object.entries(codes)) {
      const before = statuses.get(code) ?? status;
      if (before !== status) throw new Error(`${name}: ${code} is ${before} elsewhere`);
      statuses.set(code, status);
    }
  }
  return statuses;
}

/** Every code an operation may answer, with its status. */
export function codesOf({ method, who, tries, codes }: Route): Record<string, number> {
  const writes = method !== 'get';
  const common: Common[] = [
    'bad-request',
    'cross-site',
    'records-unavailable',
    ...(who === 'anyone' ? [] : (['not-signed-in', 'not-allowed'] as const)),
    ...(writes ? (['bad-csrf-token', 'storage-full'] as const) : []),
    ...(takesBody(method) ? (['too-large', 'not-json'] as const) : []),
    ...(tries.length > 0 ? (['too-many-attempts'] as const) : []),
  ];
  return { ...Object.fromEntries(common.map((code) => [code, COMMON[code]])), ...codes };
}

export function takesBody(method: Route['method']): boolean {
  return method === 'post' || method === 'put';
}
