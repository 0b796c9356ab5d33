import { operateRules } from '../../../gateway/operate/rules.ts';
import { tasklistRules } from '../../../gateway/tasklist/rules.ts';

const nothing = (): never => {
  throw new Error('only the list is read');
};

/** Every call that the door lets through, with `{}` for each part of an address. */
export const ALLOWED: ReadonlySet<string> = new Set(
  [
    ...operateRules({ exactly: nothing, records: { keepChange: nothing, dropChange: nothing } }),
    ...tasklistRules({
      directory: nothing,
      now: nothing,
      exactly: nothing,
      records: { openClocks: nothing, project: nothing, sign: nothing },
      startable: nothing,
    }),
  ]
    .map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`)
    .concat('POST /api/logout', 'GET /v2/license', 'GET /api/session'),
);
