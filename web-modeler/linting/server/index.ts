import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { isLegalRule } from '../../../lint/rules.ts';
import type { OverrulingRow } from '../../../records/index.ts';
import { ApiError } from '../../../site/server/errors.ts';
import type { Handlers, Served, World } from '../../server/world.ts';
import type { lintingRoutes, Overruling } from '../api.ts';
import { readAll } from './lint-commit.ts';
import { lintInput, readFixed } from './surroundings.ts';
import { readTemplates } from './templates.ts';

const TEMPLATES = fileURLToPath(new URL('../../../models/templates', import.meta.url));

/** What the browser's lint needs, and overruling what it finds. */
export async function serve({
  storage,
  records,
  now,
  choices,
}: Pick<World, 'storage' | 'records' | 'now' | 'choices'>): Promise<Served<typeof lintingRoutes>> {
  const fixed = await readFixed();
  const templates = await readTemplates(TEMPLATES);

  const handlers: Handlers<typeof lintingRoutes> = {
    async readSurroundings() {
      const all = await readAll(storage, await storage.head());
      const { files, surroundings } = lintInput(all, fixed);
      return {
        files: files.map(({ path, source }) => ({ path, source })),
        ...surroundings,
        regulation: fixed.regulation,
        choices: choices(),
        overrulings: (await records.overrulings()).map(overrulingOf),
      };
    },

    async overrule({ body, user }) {
      if (!isLegalRule(body.rule)) {
        throw new ApiError(
          'not-a-legal-finding',
          '只有涉及法定期限、额度、条文的问题可以凭文号放行；这一项请改正模型。',
        );
      }
      const by = { person: user.id, personName: user.name };
      const row: OverrulingRow = { id: randomUUID(), ...body, ...by, at: now() };
      await records.keepOverruling(row);
      return overrulingOf(row);
    },

    async revokeOverruling({ params, user }) {
      if (await records.revokeOverruling(params.id, user.id, now())) return {};
      throw new ApiError('no-such-overruling', '没有这条放行记录，或者已经撤销。');
    },

    readTemplates: async () => ({ templates }),
  };
  return { handlers };
}

function overrulingOf({ person, personName, at, ...row }: OverrulingRow): Overruling {
  return { ...row, by: { id: person, name: personName }, at: at.toISOString() };
}
