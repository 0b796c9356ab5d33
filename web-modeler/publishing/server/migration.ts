import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { migrationFailureInWords, reason } from '../../../engine/deployment/refusals.ts';
import type { MoveOutcome } from '../../../records/index.ts';
import { ApiError } from '../../../site/server/errors.ts';
import type { User } from '../../api/rights.ts';
import type { Handlers } from '../../server/world.ts';
import type { MigrationPlan, publishingRoutes } from '../api.ts';
import type { PublishingDeps } from './deps.ts';
import { labelOf, mappedElements, processProblem, stepProblem } from './migratable.ts';
import { changedBy, type KnownVersion, type MigrationVersions, readVersion } from './versions.ts';

type Checked = {
  plan: MigrationPlan;
  /** Where each instance is. */
  active: Map<string, string[]>;
  source: KnownVersion;
  target: KnownVersion;
  /** Who wrote or submitted the changes the projects get, or lose. */
  changedBy: string[];
};

const SAME_PERSON =
  '修改和迁移必须是两个人：这两版之间有您保存或提交的修改，请由另一位发布人迁移在办项目。';

/** Moving running projects to another version: first a plan that is checked, then the same plan carried out. */
export function migration(
  deps: PublishingDeps,
): Handlers<typeof publishingRoutes, 'checkMigration' | 'migrate'> {
  const { engine, records, now } = deps;

  async function check(request: MigrationVersions, user: User): Promise<Checked> {
    const { processId, fromVersion, toVersion } = request;
    const source = await known(processId, fromVersion);
    const target = await known(processId, toVersion);
    const elements = await engine.activeElements(source.deployment.key).catch((error: unknown) => {
      throw new ApiError(
        'engine-unavailable',
        '暂时查不到在办项目，没有迁移。请稍后再试；如仍不行，请联系管理员查看引擎是否运行。',
        { engine: reason(error) },
      );
    });
    const active = new Map<string, string[]>();
    for (const { processInstanceKey, elementId, type } of elements) {
      // The process stands for the instance itself; it needs no mapping.
      const ids = active.get(processInstanceKey) ?? [];
      active.set(
        processInstanceKey,
        type === 'PROCESS' || ids.includes(elementId) ? ids : [...ids, elementId],
      );
    }
    const places = [...new Set([...active.values()].flat())].sort();
    const submitters = await changedBy(deps, request);
    const problems = [
      ...(submitters.includes(user.id) ? [SAME_PERSON] : []),
      ...(fromVersion === toVersion ? ['原版本和新版本相同，不需要迁移。'] : []),
      ...(active.size === 0 ? ['这一版本没有在办项目，不需要迁移。'] : []),
      ...[processProblem(source.version, target.version)],
      ...places.map((id) => stepProblem(source.version, target.version, id)),
    ].filter((problem) => problem !== null);
    const mapping = mappedElements(source.version, target.version, places).map((id) => ({
      from: id,
      fromLabel: labelOf(source.version, id),
      to: id,
      toLabel: labelOf(target.version, id),
    }));
    const instances = [...active.keys()].sort();
    const versions = { processId, fromVersion, toVersion };
    const plan = { ...versions, instances, mapping, problems };
    return { plan, active, source, target, changedBy: submitters };
  }

  async function known(processId: string, version: number): Promise<KnownVersion> {
    const found = await readVersion(deps, processId, version);
    if (found) return found;
    throw new ApiError(
      'no-such-process-version',
      `这里没有流程 ${processId} 第 ${version} 版的模型，不能据以迁移；请核对流程和版本。`,
    );
  }

  /** One after the other; each that the engine does not move stays where it is. */
  async function carryOut({ plan, active, source, target }: Checked): Promise<MoveOutcome> {
    const outcome: MoveOutcome = { moved: [], stayed: [] };
    for (const instance of plan.instances) {
      const places = active.get(instance) ?? [];
      // Only what this instance is at: the engine refuses to map events of elements it is not at.
      const ids = mappedElements(source.version, target.version, places);
      try {
        const mapping = ids.map((id) => ({ from: id, to: id }));
        await engine.migrate(instance, target.deployment.key, mapping);
        outcome.moved.push(instance);
      } catch (error) {
        outcome.stayed.push({ instance, reason: migrationFailureInWords(error) });
      }
    }
    return outcome;
  }

  return {
    checkMigration: async ({ query, user }) => (await check(query, user)).plan,

    async migrate({ body, user }) {
      const checked = await check(body.plan, user);
      const { plan } = checked;
      if (checked.changedBy.includes(user.id)) throw new ApiError('same-person', SAME_PERSON);
      if (plan.problems.length > 0) {
        throw new ApiError(
          'plan-has-problems',
          `迁移方案不能执行：${plan.problems[0]}`,
          plan.problems,
        );
      }
      if (!isDeepStrictEqual(plan, body.plan)) {
        throw new ApiError(
          'plan-has-problems',
          '检查之后在办项目有了变化，没有迁移；请重新检查迁移方案。',
          ['检查之后在办项目有了变化，请重新检查迁移方案。'],
        );
      }
      const { processId, fromVersion, toVersion, instances } = plan;
      const id = randomUUID();
      await records.beginMove({
        ...{ id, processId, fromVersion, toVersion, instances, document: body.document },
        ...{ changedBy: checked.changedBy, person: user.id, personName: user.name, at: now() },
      });
      const outcome = await carryOut(checked);
      await records.endMove(id, now(), outcome);
      return outcome;
    },
  };
}
