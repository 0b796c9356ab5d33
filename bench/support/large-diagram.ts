import { readFile } from 'node:fs/promises';

const PART = 'stage-technical-review';
// Room for one part below the other, in pixels.
const STEP = 720;

/**
 * A diagram of at least so many elements (flow nodes; flows are not counted), made of one shipped stage
 * again and again, with its inputs, listeners and conditions.
 */
export async function largeDiagram(
  elements: number,
): Promise<{ source: string; elements: number }> {
  const source = await readFile(`bpmn/${PART}/${PART}.bpmn`, 'utf8');
  const [body = ''] = /(?<=<\/bpmn:documentation>)[\s\S]*(?=<\/bpmn:process>)/.exec(source) ?? [];
  const [drawn = ''] =
    /(?<=<bpmndi:BPMNPlane [^>]*>)[\s\S]*(?=<\/bpmndi:BPMNPlane>)/.exec(source) ?? [];
  const each = body.match(/<bpmn:(\w+(Event|Task|Gateway)) /g)?.length ?? 0;
  const times = Math.ceil(elements / each);
  const copies = Array.from({ length: times }, (_, index) => index);
  return {
    elements: each * times,
    source: source
      .replace(body, copies.map((index) => renamed(body, body, index)).join(''))
      .replace(drawn, copies.map((index) => moved(renamed(drawn, body, index), index)).join('')),
  };
}

function renamed(text: string, declaring: string, index: number): string {
  if (index === 0) return text;
  const ids = [...declaring.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const known = new RegExp(`\\b(${ids.join('|')})(?=\\b|_di\\b)`, 'g');
  return text.replace(known, `$1_${index}`);
}

function moved(text: string, index: number): string {
  return text.replace(/ y="([\d.]+)"/g, (_, y: string) => ` y="${Number(y) + index * STEP}"`);
}
