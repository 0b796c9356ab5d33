import { z } from 'zod';
import type { EngineClient } from '../engine/client.ts';
import { readExamples } from '../files/examples.ts';
import { readIfThere, writeWhole } from '../files/whole.ts';

export const EXAMPLE_PROCESS = 'project-application';

const FILING = 'filing';
/** By example: `filing` before it is sent, then the key of the instance the engine made of it. */
const stateSchema = z.object({ complete: z.boolean(), filed: z.record(z.string(), z.string()) });
type State = z.infer<typeof stateSchema>;

export type ExampleDeps = {
  engine: EngineClient;
  /** The instance that was started with this project name, looked up for sure. */
  instanceOf(projectName: string): Promise<string | undefined>;
};

/**
 * Files the example applications on the very first start of a data folder, each once. What was being
 * sent when that start was killed is looked up first: it is neither filed twice nor lost.
 * @param stateFile remembers, from one start to the next, what was filed
 */
export async function fileExamples(
  folder: string,
  stateFile: string,
  { engine, instanceOf }: ExampleDeps,
): Promise<void> {
  const state = readState(stateFile);
  if (state.complete) return;
  for (const [name, application] of readExamples(folder)) {
    const known = state.filed[name];
    if (known !== undefined && known !== FILING) continue;
    const earlier = known === FILING ? await instanceOf(application.projectName) : undefined;
    if (earlier === undefined) {
      remember(stateFile, state, name, FILING);
      const variables = { application };
      const start = { bpmnProcessId: EXAMPLE_PROCESS, variables };
      const { processInstanceKey } = await engine.createProcessInstance(start);
      remember(stateFile, state, name, processInstanceKey);
    } else {
      remember(stateFile, state, name, earlier);
    }
  }
  writeState(stateFile, { ...state, complete: true });
}

/** A data folder that began without the examples stays without them. */
export function leaveExamplesOut(stateFile: string): void {
  writeState(stateFile, { ...readState(stateFile), complete: true });
}

function readState(file: string): State {
  const text = readIfThere(file);
  return text === undefined ? { complete: false, filed: {} } : stateSchema.parse(JSON.parse(text));
}

function remember(file: string, state: State, name: string, value: string): void {
  state.filed[name] = value;
  writeState(file, state);
}

function writeState(file: string, state: State): void {
  writeWhole(file, `${JSON.stringify(state, null, 2)}\n`);
}
