import { expect, test } from '@jest/globals';
import { documentsIn } from '../../law/documents.ts';

test('a document is read with its day and what it fixes', () => {
  const entered = {
    ...{ contractNumber: ' 九采〔2031〕7号 ', contractDate: '2031-10-09' },
    ...{ contractAmount: 148.5, supplier: '甲公司', outcome: 'submit' },
  };
  expect(documentsIn('Task_SignProcurementContract', entered)).toEqual([
    {
      ...{ field: 'contractNumber', number: '九采〔2031〕7号', dated: '2031-10-09' },
      fixes: { contractAmount: '148.5', supplier: '甲公司' },
    },
  ]);
});

test('without a number there is none; an odd day or amount is left out', () => {
  const odd = { contractNumber: '7', contractDate: '2031-02-30', contractAmount: { a: 1 } };
  expect(documentsIn('Task_SignProcurementContract', odd)).toEqual([
    { field: 'contractNumber', number: '7', dated: null, fixes: {} },
  ]);
  expect(documentsIn('Task_SignProcurementContract', { contractNumber: ' ' })).toEqual([]);
  expect(documentsIn('Task_SignProcurementContract', { contractNumber: ['7'] })).toEqual([]);
  expect(documentsIn('Task_JointReview', { approvalDocument: '7' })).toEqual([]);
});
