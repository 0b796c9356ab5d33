import tokenSimulation from 'bpmn-js-token-simulation';
import type Modeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler.js';

export const simulationModule = tokenSimulation;

/** 演示: tokens walk the diagram, which cannot be changed meanwhile. */
export class Simulation {
  readonly #modeler: Modeler;
  #on = false;

  constructor(modeler: Modeler, changed: () => void) {
    this.#modeler = modeler;
    modeler
      .get('eventBus')
      .on('tokenSimulation.toggleMode', ({ active }: { active: boolean }): void => {
        this.#on = active;
        changed();
      });
  }

  get on(): boolean {
    return this.#on;
  }

  toggle(): void {
    this.#modeler.get('toggleMode').toggleMode();
  }
}
