import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import type { Element } from './element.ts';

const moddle = new BpmnModdle({ zeebe });

/** A diagram's tree, and what could not be read of it: unresolved references, illegal ids. */
export type Diagram = { definitions: Element; warnings: string[] };

/**
 * Reads a diagram with Zeebe's extensions.
 * @throws when the text is not BPMN.
 */
export async function readBpmn(xml: string): Promise<Diagram> {
  const { rootElement, warnings } = await moddle.fromXML(xml);
  return {
    definitions: rootElement as Element,
    warnings: warnings.map(({ message }) => message),
  };
}
