import { answers } from '../http.ts';
import { jarsIn } from '../java/jars.ts';
import { type JavaProgram, javaCommand } from '../java/program.ts';
import type { Parts } from '../parts/parts.ts';
import type { ServiceSpec } from '../processes/service.ts';
import type { Settings } from '../settings/settings.ts';
import { webSettings } from './camunda-settings.ts';

export function webProgram(parts: Parts, settings: Settings): JavaProgram {
  return {
    name: 'web',
    mainClass: 'io.camunda.application.StandaloneCamunda',
    jars: jarsIn(parts.camunda),
    heap: settings.WEB_HEAP,
  };
}

/** Tasklist and Operate, in a process of their own: together with the engine they fail (#21818). */
export function webService(parts: Parts, settings: Settings): ServiceSpec {
  return {
    name: 'web',
    label: 'Tasklist 与 Operate',
    ...javaCommand(webProgram(parts, settings), parts.java, settings),
    cwd: settings.DATA_FOLDER,
    env: webSettings(settings),
    end: 'SIGTERM',
    endsWithinMs: 15_000,
    readyWithinMs: 300_000,
    isReady: () => answers(`http://127.0.0.1:${settings.ports.web}/tasklist`),
  };
}
