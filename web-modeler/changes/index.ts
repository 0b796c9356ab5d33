import { readBpmn } from '../../models/bpmn.ts';
import { readTablesTree } from '../../models/dmn.ts';
import { type Element, is, list } from '../../models/element.ts';
import { flowElements } from '../../models/flow.ts';
import type { Change } from '../publishing/api.ts';
import { diagramChanges, introduction, readDiagram } from './diagram.ts';
import { type Compared, compareEntities, type Entity } from './entity.ts';
import { formChanges, readComponents } from './forms.ts';
import { noticeName, textChanges } from './notices.ts';
import { readTables, tableChanges } from './tables.ts';
import type { Told } from './told.ts';

/**
 * What differs between two texts of one model file, in the law's words; null: there was or will be no such file.
 * Equal texts give nothing, different ones always at least one change. Pure; runs in node and in a browser.
 */
export async function changesBetween(
  path: string,
  before: string | null,
  after: string | null,
): Promise<Change[]> {
  if (before === after) return [];
  const told = await compare(path, before, after);
  const all = told.length > 0 ? told : [REWRITTEN];
  return all.map((change) => ({ path, ...change }));
}

const MOVED: Told = {
  kind: 'layout',
  elementId: null,
  sentence: '只调整了图形位置',
  legal: false,
};
const ALSO_MOVED: Told = { ...MOVED, sentence: '调整了图形位置' };
const REWRITTEN: Told = {
  kind: 'layout',
  elementId: null,
  sentence: '只调整了文件格式，内容没有变化',
  legal: false,
};

async function compare(path: string, before: string | null, after: string | null) {
  if (before === null || after === null) return wholeFile(path, before, after);
  try {
    switch (path.slice(path.lastIndexOf('.') + 1)) {
      case 'bpmn':
        return drawn(await bpmnOf(before), await bpmnOf(after), diagramChanges);
      case 'dmn':
        return drawn(await dmnOf(before), await dmnOf(after), tableChanges);
      case 'form':
        return drawn(readComponents(before), readComponents(after), formChanges);
      default:
        return textChanges(`通知${noticeName(path, after)}`, before, after);
    }
  } catch {
    // Whatever cannot be read is compared as text: nothing may go unnoticed.
    return textChanges('文件无法按模型读取，文本', before, after);
  }
}

function drawn<Source>(
  before: Map<string, Entity<Source>>,
  after: Map<string, Entity<Source>>,
  words: (compared: Compared<Source>) => Told[],
): Told[] {
  const compared = compareEntities(before, after);
  const told = words(compared);
  if (!compared.redrawn) return told;
  return [...told, told.length > 0 ? ALSO_MOVED : MOVED];
}

async function bpmnOf(source: string): Promise<Map<string, Entity<Element>>> {
  const { definitions, warnings } = await readBpmn(source);
  return readDiagram(definitions, warnings);
}

async function dmnOf(source: string): Promise<Map<string, Entity<Element>>> {
  const { definitions, warnings } = await readTablesTree(source);
  return readTables(definitions, warnings);
}

const FILES: Record<string, string> = { bpmn: '流程', dmn: '决策表', form: '表单', txt: '通知' };

/** A file that came or went, and each of its steps. */
async function wholeFile(
  path: string,
  before: string | null,
  after: string | null,
): Promise<Told[]> {
  const source = after ?? before ?? '';
  const kind = after === null ? 'removed' : 'added';
  const verb = after === null ? '删除' : '新增';
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const whole = (name: string): Told => ({
    kind,
    elementId: null,
    sentence: `${verb}${FILES[extension] ?? '文件'} ${name}`,
    legal: extension === 'bpmn' || extension === 'dmn',
  });
  try {
    if (extension === 'bpmn') {
      const { definitions } = await readBpmn(source);
      const processes = list(definitions, 'rootElements').filter((root) =>
        is(root, 'bpmn:Process'),
      );
      const steps = processes.flatMap(flowElements).filter((step) => is(step, 'bpmn:UserTask'));
      const names = processes.map(({ id, name }) => name ?? id ?? '').join('、');
      return [
        whole(names || path),
        ...(steps.map((step) => ({
          kind,
          elementId: step.id ?? null,
          sentence: `${verb}${introduction(step)}`,
          legal: true,
        })) satisfies Told[]),
      ];
    }
    if (extension === 'dmn') {
      const { definitions } = await readTablesTree(source);
      return [whole(definitions.name ?? path)];
    }
  } catch {
    return [whole(path)];
  }
  if (extension === 'txt') return [whole(noticeName(path, source))];
  return [whole(path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.')))];
}
