import { join } from 'node:path';
import { answers } from '../http.ts';
import { jarsIn } from '../java/jars.ts';
import { type JavaProgram, javaCommand } from '../java/program.ts';
import type { Parts } from '../parts/parts.ts';
import type { ServiceSpec } from '../processes/service.ts';
import type { Settings } from '../settings/settings.ts';
import { engineSettings } from './camunda-settings.ts';

export function engineProgram(parts: Parts, settings: Settings): JavaProgram {
  return {
    name: 'engine',
    mainClass: 'io.camunda.application.StandaloneBroker',
    jars: jarsIn(parts.camunda),
    heap: settings.ENGINE_HEAP,
  };
}

/** Zeebe: broker and gateway, with the OpenSearch exporter. */
export function engineService(parts: Parts, settings: Settings): ServiceSpec {
  return {
    name: 'engine',
    label: '流程引擎',
    ...javaCommand(engineProgram(parts, settings), parts.java, settings),
    cwd: settings.DATA_FOLDER,
    env: engineSettings(settings, join(settings.DATA_FOLDER, 'engine')),
    end: 'SIGTERM',
    endsWithinMs: 60_000,
    readyWithinMs: 300_000,
    isReady: () => answers(`http://127.0.0.1:${settings.ports.management}/actuator/health/status`),
  };
}
