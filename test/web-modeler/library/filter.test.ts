import { describe, expect, it } from '@jest/globals';
import {
  EVERYTHING,
  type Filter,
  isShown,
  readFilter,
  writeFilter,
} from '../../../web-modeler/library/page/filter.ts';
import { summary } from './summaries.ts';

const REVIEW = summary('stage-technical-review/stage-technical-review.bpmn', {
  name: '技术评审',
  state: 'draft',
  errors: 1,
  differsFromShipped: true,
});
const FORM = summary('stage-technical-review/confirm-requirements.form', {
  kind: 'form',
  id: 'confirm-requirements',
  name: '确认需求、编修文本',
  home: { id: 'stage-technical-review', name: '技术评审' },
});

const shown = (filter: Partial<Filter>) =>
  [REVIEW, FORM].filter((model) => isShown(model, { ...EVERYTHING, ...filter }));

describe('the filter of the library', () => {
  it('shows everything at first', () => {
    expect(shown({})).toEqual([REVIEW, FORM]);
  });

  it('finds a process by its Chinese name and with it what belongs to it', () => {
    expect(shown({ text: '技术评审' })).toEqual([REVIEW, FORM]);
  });

  it('takes every word, in any place and any case', () => {
    expect(shown({ text: 'Confirm 编修' })).toEqual([FORM]);
    expect(shown({ text: 'confirm 预算' })).toEqual([]);
    expect(shown({ text: '  安装包 ' })).toEqual([REVIEW, FORM]);
  });

  it.each<[Partial<Filter>, unknown[]]>([
    [{ kind: 'form' }, [FORM]],
    [{ state: 'draft' }, [REVIEW]],
    [{ check: 'errors' }, [REVIEW]],
    [{ check: 'warnings' }, []],
    [{ check: 'clean' }, [FORM]],
    [{ check: 'shipped' }, [REVIEW]],
    [{ kind: 'form', state: 'draft' }, []],
  ])('narrows by %j', (filter, expected) => {
    expect(shown(filter)).toEqual(expected);
  });

  it('is found again in the address', () => {
    const filter: Filter = { text: '评审', kind: 'process', state: 'draft', check: 'errors' };
    expect(readFilter(writeFilter(filter))).toEqual(filter);
    expect(String(writeFilter(EVERYTHING))).toBe('');
  });

  it('does not narrow by what it does not know', () => {
    expect(readFilter(new URLSearchParams('kind=robot&state=gone&check=1'))).toEqual(EVERYTHING);
  });
});
