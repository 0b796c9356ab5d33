import CommandStack from 'diagram-js/lib/command/CommandStack.js';

/** Nothing changes the diagram: whoever may only read sees the same as everybody else. */
class NoCommands extends CommandStack {
  static $inject = ['eventBus', 'injector'];
  override execute(): void {}
}

/** Before the listeners that begin to change something. */
const FIRST = 10_000;

class NoGestures {
  static $inject = ['eventBus'];
  constructor(eventBus: {
    on(events: string[], priority: number, listener: () => boolean): void;
  }) {
    eventBus.on(
      [
        'element.dblclick',
        'shape.move.init',
        'resize.init',
        'connect.init',
        'create.init',
        'bendpoint.move.init',
        'connectionSegment.move.init',
      ],
      FIRST,
      () => false,
    );
  }
}

export const readOnlyModule = {
  __init__: ['noGestures'],
  commandStack: ['type', NoCommands],
  noGestures: ['type', NoGestures],
};
