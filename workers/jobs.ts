import { callProcess } from './call-process/index.ts';
import { checkApplication } from './check-application/index.ts';
import { closeCall } from './close-call/index.ts';
import { closeProject } from './close-project/index.ts';
import { closeTask } from './close-task/index.ts';
import { enterProcess } from './enter-process/index.ts';
import { findProject } from './find-project/index.ts';
import type { AnyHandler } from './handler.ts';
import { notify } from './notify/index.ts';
import { openTask } from './open-task/index.ts';
import { remind } from './remind/index.ts';
import { withdraw } from './withdraw/index.ts';

/** Every job type of the models, each in the folder of its name. */
export const handlers: AnyHandler[] = [
  checkApplication,
  callProcess,
  enterProcess,
  closeCall,
  openTask,
  closeTask,
  remind,
  notify,
  closeProject,
  findProject,
  withdraw,
];
