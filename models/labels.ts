import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';

/** Names of the models' elements. */
export interface Labels {
  /** The element's Chinese label; its id where the models do not name it. */
  of(processId: string, elementId: string): string;
}

// What of bpmn-moddle's tree is read here; its own types stop at "Element".
type Element = { id?: string; name?: string; flowElements?: Element[] };
type Definitions = { rootElements?: Element[] };

/**
 * Reads the labels of all `.bpmn` files below the folder once.
 * @throws when a file is not BPMN; the text names it.
 */
export async function loadLabels(modelsFolder: string): Promise<Labels> {
  const labels = new Map<string, string>();
  for (const name of readdirSync(modelsFolder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.bpmn')) continue;
    const { rootElements = [] } = await definitionsOf(join(modelsFolder, name));
    for (const process of rootElements) collect(process, `${process.id}`, labels);
  }
  return { of: (processId, elementId) => labels.get(`${processId}/${elementId}`) ?? elementId };
}

async function definitionsOf(file: string): Promise<Definitions> {
  try {
    const { rootElement } = await new BpmnModdle().fromXML(readFileSync(file, 'utf8'));
    return rootElement as unknown as Definitions;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} 不是有效的 BPMN 模型：${reason}`, { cause: error });
  }
}

function collect(scope: Element, processId: string, labels: Map<string, string>): void {
  for (const element of scope.flowElements ?? []) {
    if (element.name) labels.set(`${processId}/${element.id}`, element.name);
    collect(element, processId, labels);
  }
}
