import { setTimeout as sleep } from 'node:timers/promises';
import type { Choices } from '../../../law/directory/index.ts';

type Task = {
  /** The names forms offer, as the organisation is now. */
  choices: () => Choices;
  /** Deploys the published models with them, see `resumePublishing`. */
  deploy: () => Promise<void>;
  everyMs: number;
};

/**
 * Deploys the published models now, and anew whenever somebody has edited the organisation so that forms offer other
 * names. Never ends by itself; called again, it deploys again.
 * @throws what `deploy` throws while the engine does not answer
 */
export async function keepDeployed({ choices, deploy, everyMs }: Task): Promise<never> {
  let deployed: string | undefined;
  for (;;) {
    const wanted = JSON.stringify(choices());
    if (wanted !== deployed) await deploy();
    deployed = wanted;
    await sleep(everyMs);
  }
}
