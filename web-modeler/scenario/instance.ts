import type { Element } from '../../models/element.ts';
import type { Variables } from './feel.ts';
import type { Process } from './models.ts';

/** One element on its way: what Zeebe calls an element instance. */
export type Instance = {
  /**
   * The elements around it and its own, with the number of the visit where it is not the first. It does not depend on
   * what happens beside, so a choice that names it stays true when another one is added.
   */
  key: string;
  element: Element;
  process: Process;
  /** What it runs inside of; undefined for a process. */
  scope: Instance | undefined;
  /** The call activity a called process answers to. */
  caller: Instance | undefined;
  variables: Map<string, unknown>;
  /** What lives inside of it. */
  inside: Set<Instance>;
  /** The process it called and waits for. */
  called: Instance | undefined;
  /** How often each element inside was entered. */
  entered: Map<string, number>;
  /** Tokens that wait before joining gateways, by flow. */
  joining: Map<string, number>;
  /** The place among the instances of a multi-instance element; undefined outside of one. */
  turn: number | undefined;
  over: boolean;
};

type Place = Pick<Instance, 'key' | 'element' | 'process'> &
  Partial<Pick<Instance, 'scope' | 'caller' | 'turn'>>;

/** A new instance; its scope knows it from now on. */
export function createInstance({ scope, caller, turn, ...place }: Place): Instance {
  const instance: Instance = {
    ...place,
    ...{ scope, caller, turn },
    variables: new Map(),
    inside: new Set(),
    called: undefined,
    entered: new Map(),
    joining: new Map(),
    over: false,
  };
  scope?.inside.add(instance);
  return instance;
}

/** The instance of the process it belongs to; itself for a process. */
export function processOf(instance: Instance): Instance {
  return instance.scope ? processOf(instance.scope) : instance;
}

/** The key of the next visit to an element inside a scope. */
export function nextKey(scope: Instance, elementId: string): string {
  const count = (scope.entered.get(elementId) ?? 0) + 1;
  scope.entered.set(elementId, count);
  return `${scope.key}/${elementId}${count === 1 ? '' : `#${count}`}`;
}

/** Every variable the instance sees: its own and those of the scopes around it, up to its process. */
export function visible(instance: Instance): Variables {
  const outer = instance.scope ? visible(instance.scope) : {};
  return { ...outer, ...Object.fromEntries(instance.variables) };
}

/** Sets variables where they are known from the instance outwards, new ones in the process, as Zeebe merges a document. */
export function mergeUp(instance: Instance, variables: Variables): void {
  for (const [name, value] of Object.entries(variables)) {
    let home = instance;
    while (home.scope && !home.variables.has(name)) home = home.scope;
    home.variables.set(name, value);
  }
}

/** Every instance inside, those of called processes too, the innermost first. */
export function descendants(instance: Instance): Instance[] {
  const inner = [...instance.inside, ...(instance.called ? [instance.called] : [])];
  return inner.flatMap((one) => [...descendants(one), one]);
}
