import type { Incident } from '../../engine/incidents.ts';
import type { Steps } from '../../models/steps.ts';
import { HELP, retryArguments, UsageError } from './arguments.ts';

/** The engine as the command uses it. */
export type Incidents = {
  /** Every incident that is not resolved yet. */
  open: () => Promise<Incident[]>;
  /** False when it is gone meanwhile. */
  resolve: (incident: Incident) => Promise<boolean>;
};

type World = {
  incidents: Incidents;
  /** Lets the mails that were given up be tried anew. @returns how many */
  requeueMails: () => Promise<number>;
  steps: Pick<Steps, 'label'>;
  say: (line: string) => void;
};

/**
 * The retry command: gives incidents another try and says which, or lets mails that were given up be sent again. Ends
 * with 0 when all are resolved, 1 when some are not or there are none, 2 for arguments that make no sense.
 */
export async function retryCommand(args: readonly string[], world: World): Promise<0 | 1 | 2> {
  const { say } = world;
  try {
    const target = retryArguments(args);
    if (target === 'help') {
      say(HELP);
      return 0;
    }
    if (target === 'mails') return await retryMails(world);
    const open = await world.incidents.open();
    const chosen =
      target === 'all' ? open : open.filter((incident) => concerns(incident, target.key));
    if (chosen.length > 0) return await resolveAll(chosen, world);
    const what = target === 'all' ? '没有' : `编号 ${target.key} 没有`;
    say(`${what}未解除的异常；刚出现的异常要等几秒才能查到。`);
    return target === 'all' ? 0 : 1;
  } catch (error) {
    if (error instanceof UsageError) {
      say(error.message);
      return 2;
    }
    say(`无法查询异常，请确认 Camunda 已经启动、地址正确：${reason(error)}`);
    return 1;
  }
}

async function retryMails({ requeueMails, say }: World): Promise<0 | 1> {
  try {
    const count = await requeueMails();
    say(count > 0 ? `${count} 封已经放弃的通知重新投递。` : '没有已经放弃的通知。');
    return 0;
  } catch (error) {
    say(`未能重新投递通知，请确认作业程序已经启动：${reason(error)}`);
    return 1;
  }
}

function concerns({ key, processInstanceKey, callers }: Incident, wanted: string): boolean {
  return [key, processInstanceKey, ...callers].includes(wanted);
}

/** One that cannot be resolved does not hold up the others. */
async function resolveAll(chosen: Incident[], { incidents, steps, say }: World): Promise<0 | 1> {
  let failed = 0;
  for (const incident of chosen) {
    const { key, processId, elementId, processInstanceKey, message } = incident;
    const where = `${steps.label(processId, elementId)}（流程 ${processId}，实例 ${processInstanceKey}，异常 ${key}）`;
    try {
      const resolved = await incidents.resolve(incident);
      say(`${resolved ? '已重新执行' : '已不存在，无须处理'}：${where}`);
    } catch (error) {
      failed += 1;
      say(`未能重新执行：${where}：${reason(error)}`);
    }
    if (message) say(`    原异常：${message.split('\n')[0]}`);
  }
  say(
    `共 ${chosen.length} 个异常，${chosen.length - failed} 个已处理。故障未排除的，重试用尽后会再次出现异常。`,
  );
  return failed === 0 ? 0 : 1;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
