import type Modeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler.js';
import type { Finding } from '../../api/common.ts';

const TYPE = 'finding';

/** Draws the findings on their elements. */
export class Marks {
  readonly #modeler: Modeler;
  readonly #showFindings: (elementId: string) => void;
  #shown = '';

  constructor(modeler: Modeler, showFindings: (elementId: string) => void) {
    this.#modeler = modeler;
    this.#showFindings = showFindings;
  }

  show(findings: Finding[]): void {
    const text = JSON.stringify(findings);
    if (text === this.#shown) return;
    this.#shown = text;
    const overlays = this.#modeler.get('overlays');
    const registry = this.#modeler.get('elementRegistry');
    overlays.remove({ type: TYPE });
    const byElement = new Map<string, Finding[]>();
    for (const finding of findings.filter(({ document }) => !document)) {
      const id = finding.id ?? '';
      byElement.set(id, [...(byElement.get(id) ?? []), finding]);
    }
    for (const [id, found] of byElement) {
      const element = registry.get(id);
      if (!element?.parent) continue;
      overlays.add(id, TYPE, {
        position: element.waypoints ? { bottom: 8, left: -8 } : { top: -9, right: 9 },
        html: this.#badge(id, found),
      });
    }
  }

  #badge(id: string, found: Finding[]): HTMLElement {
    const badge = document.createElement('button');
    const worst = found.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
    badge.type = 'button';
    badge.className = `finding-badge is-${worst}`;
    badge.textContent = String(found.length);
    badge.title = found.map(({ message }) => message).join('\n');
    badge.addEventListener('click', () => this.#showFindings(id));
    return badge;
  }
}
