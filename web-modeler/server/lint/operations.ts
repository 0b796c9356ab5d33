import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { OverrulingQueries, OverrulingRow } from '../../../records/index.ts';
import { isLegalRule } from '../../api/legal-rules.ts';
import type { Overruling } from '../../api/linting.ts';
import { ApiError } from '../errors.ts';
import type { Handlers } from '../handler.ts';
import type { Storage } from '../storage/index.ts';
import { readAll } from './lint-commit.ts';
import { lintInput, readFixed } from './surroundings.ts';
import { readTemplates } from './templates.ts';

const TEMPLATES = fileURLToPath(new URL('../../../models/templates', import.meta.url));

export type LintDeps = {
  storage: Storage;
  records: OverrulingQueries;
  now: () => Date;
};

type Name = 'readSurroundings' | 'overrule' | 'revokeOverruling' | 'readTemplates';

/** What the browser's lint needs, and overruling what it finds. */
export async function lintOperations({ storage, records, now }: LintDeps): Promise<Handlers<Name>> {
  const fixed = await readFixed();
  const templates = await readTemplates(TEMPLATES);

  return {
    async readSurroundings() {
      const all = await readAll(storage, await storage.head());
      const { files, surroundings } = lintInput(all, fixed);
      return {
        files: files.map(({ path, source }) => ({ path, source })),
        ...surroundings,
        regulation: fixed.regulation,
        overrulings: (await records.overrulings()).map(overrulingOf),
      };
    },

    async overrule({ body, user }) {
      if (!isLegalRule(body.rule)) {
        throw new ApiError(
          'not-a-legal-finding',
          422,
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
      throw new ApiError('no-such-overruling', 404, '没有这条放行记录，或者已经撤销。');
    },

    readTemplates: async () => ({ templates }),
  };
}

function overrulingOf({ person, personName, at, ...row }: OverrulingRow): Overruling {
  return { ...row, by: { id: person, name: personName }, at: at.toISOString() };
}
