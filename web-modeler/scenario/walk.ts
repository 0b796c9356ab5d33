import type { Element } from '../../models/element.ts';
import type { NewMessage } from '../../records/index.ts';
import type { Deps } from '../../workers/handler.ts';
import type { Variables } from './feel.ts';
import { createInstance, type Instance } from './instance.ts';
import type { Models, Process } from './models.ts';

/** What happened on the way; the texts are Chinese. */
export type WalkEvent =
  /** A person is asked. */
  | { kind: 'opened'; instance: Instance }
  /** A person answered; the instance still has its own variables. */
  | { kind: 'closed'; instance: Instance; outcome: string }
  /** A step was called off before anybody answered. */
  | { kind: 'called-off'; instance: Instance }
  | { kind: 'decided'; instance: Instance; text: string }
  | { kind: 'mailed'; instance: Instance; message: NewMessage }
  | { kind: 'stuck'; instance: Instance; text: string }
  /** The whole process is over; `instance` is that of its last end event. */
  | { kind: 'over'; instance: Instance };

/** A daily timer on a step: when it ticks next. */
export type Timer = { at: number; event: Element; host: Instance };

/** A walk over the models: everything that is on its way, and the time. */
export type Walk = {
  models: Models;
  deps: Deps;
  now: Date;
  /** What is to be done at this very moment, in order. Whoever is called off meanwhile is left out. */
  queue: { instance: Instance; task: () => Promise<void> }[];
  timers: Timer[];
  /** Open steps of people, by key. */
  open: Map<string, Instance>;
  /** Elements begun since the time last moved. */
  begun: number;
  /** The main process. */
  main: Instance;
  /** The end event reached last in the main process. */
  lastEnd: Instance | undefined;
  /** Whose job runs. */
  working: Instance | undefined;
  /** What the elements do that begin, by their kind. */
  behave: (walk: Walk, instance: Instance) => Promise<void>;
  tell: (event: WalkEvent) => void;
};

type Given = Pick<Walk, 'models' | 'deps' | 'now' | 'behave' | 'tell'> & { process: Process };

/** A walk that stands before the start of a process. */
export function createWalk({ process, ...given }: Given, variables: Variables): Walk {
  const main = createInstance({ key: process.id, element: process.element, process });
  for (const [name, value] of Object.entries(variables)) main.variables.set(name, value);
  return {
    ...given,
    queue: [],
    timers: [],
    open: new Map(),
    begun: 0,
    main,
    lastEnd: undefined,
    working: undefined,
  };
}
