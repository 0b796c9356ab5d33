import CommandStack from 'diagram-js/lib/command/CommandStack.js';

/** Nothing changes the tables of somebody who may only read. */
class NoCommands extends CommandStack {
  static $inject = ['eventBus', 'injector'];
  override execute(): void {}
}

export const readOnlyModule = { commandStack: ['type', NoCommands] };
