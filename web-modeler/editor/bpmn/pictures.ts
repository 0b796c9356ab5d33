import type Modeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler.js';
import { toPng } from '../picture.ts';

/** The plane that is open, as a picture. */
export function picturesOf(modeler: Modeler) {
  const svg = async () => (await modeler.saveSVG()).svg;
  return { svg, png: async () => toPng(await svg()) };
}
