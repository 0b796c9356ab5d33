import Mustache from 'mustache';
import { addressesIn, addressSentence, outsideAddress } from '../../../lint/addresses.ts';
import { outsideOfForm } from '../../../lint/forms/forms-stay-inside.ts';
import { readBpmn } from '../../../models/bpmn.ts';
import { readDecisions, readTablesTree } from '../../../models/dmn.ts';
import { readForm } from '../../../models/form.ts';
import { ApiError } from '../../../site/server/errors.ts';
import { kindOf } from '../../api/kind.ts';

/**
 * Checks that a text may be kept: nothing in it reaches outside of it, it can be read as what its path says, and it
 * leads nobody out of this system. What else lint says against it does not matter here: a draft may have faults.
 * @throws ApiError `refused-content`, `unreadable-content`
 */
export async function checkContent(path: string, source: string): Promise<void> {
  checkHarmless(path, source);
  const reason = await unreadable(path, source);
  if (reason !== undefined) {
    throw new ApiError(
      'unreadable-content',
      `文件内容无法读取，没有保存。请检查文件是否完整：${reason}`,
    );
  }
  const outside = await outsideOf(path, source);
  if (outside !== undefined) {
    throw new ApiError('refused-content', `没有保存：${outside}`);
  }
}

/** Why a text can never be right: what it shows or names is not of this system. */
export async function outsideOf(path: string, source: string): Promise<string | undefined> {
  if (kindOf(path) === 'form') {
    const [first] = outsideOfForm(readForm(path, source));
    return first && `${first.id ?? path} ${first.problem}`;
  }
  const [found] = await addressesOf(path, source);
  return found && `${found.id ?? path} ${addressSentence(found.address)}`;
}

async function addressesOf(path: string, source: string) {
  switch (kindOf(path)) {
    case 'process':
      return addressesIn((await readBpmn(source)).definitions);
    case 'decision':
      return addressesIn((await readTablesTree(source)).definitions);
    default: {
      const address = outsideAddress(source);
      return address === undefined ? [] : [{ id: undefined, address }];
    }
  }
}

/**
 * Refuses XML that defines entities or a document type, or is to be read in another encoding than the one checked
 * here: a reader elsewhere, such as the engine's, could be led to other files or other texts.
 * @throws ApiError `refused-content`
 */
export function checkHarmless(path: string, source: string): void {
  const kind = kindOf(path);
  if (kind !== 'process' && kind !== 'decision') return;
  if (/<!\s*(DOCTYPE|ENTITY)/i.test(source)) {
    throw refused('文件含有文档类型或实体定义（<!DOCTYPE、<!ENTITY），可能引用外部文件');
  }
  const [, encoding = 'UTF-8'] =
    /^\uFEFF?\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)/i.exec(source) ?? [];
  if (!/^utf-?8$/i.test(encoding)) throw refused(`文件声明的编码是 ${encoding}，应为 UTF-8`);
}

function refused(reason: string): ApiError {
  return new ApiError('refused-content', `${reason}，没有接受。请用建模工具重新导出后再试。`);
}

/** Why the text is not what its path says; undefined when it is. */
async function unreadable(path: string, source: string): Promise<string | undefined> {
  try {
    switch (kindOf(path)) {
      case 'process':
        await readBpmn(source);
        break;
      case 'decision':
        await readDecisions(source);
        break;
      case 'form':
        readForm(path, source);
        break;
      case 'notice':
        Mustache.parse(source);
        break;
    }
    return source.includes('\0') ? '含有空字符' : undefined;
  } catch (error) {
    return error instanceof Error ? oneLine(error.message) : String(error);
  }
}

const LONGEST = 200;

function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}
