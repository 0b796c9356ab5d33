import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applicationSchema, draftOf, fieldProblems } from '../../../law/application/index.ts';
import { exampleApplication } from './example.ts';

const problemsWith = (changes: Record<string, unknown>) =>
  fieldProblems(exampleApplication(changes));

describe('fieldProblems', () => {
  test('finds none in a sound application', () => {
    expect(fieldProblems(exampleApplication())).toEqual([]);
  });

  test.each<[string, Record<string, unknown>, string, string, RegExp]>([
    ['an investment of -1', { investment: -1 }, 'investment', '第十八条第三项', /总投资应当大于0/],
    ['an investment of 0', { investment: 0 }, 'investment', '第十八条第三项', /大于0/],
    [
      'an infinite investment',
      { investment: JSON.parse('1e309') },
      'investment',
      '第十八条第三项',
      /单位是否为万元/,
    ],
    [
      'an investment in words',
      { investment: '二百万' },
      'investment',
      '第十八条第三项',
      /阿拉伯数字/,
    ],
    [
      'an investment that is no number',
      { investment: Number.NaN },
      'investment',
      '第十八条第三项',
      /阿拉伯数字/,
    ],
    ['a seventh decimal', { investment: '1.1234567' }, 'investment', '第十八条第三项', /6位小数/],
    ['no investment', { investment: undefined }, 'investment', '第十八条第三项', /请填写总投资/],
    [
      'a name of 10,000 characters',
      { projectName: '长'.repeat(10_000) },
      'projectName',
      '第十八条第一项',
      /10000个字，请精简到100个字/,
    ],
    [
      'a name of three characters',
      { projectName: '新平台' },
      'projectName',
      '第十八条第一项',
      /过于简单/,
    ],
    [
      'HTML in the name',
      { projectName: '平台<img src=x onerror=alert(1)>' },
      'projectName',
      '第十八条第一项',
      /网页标签/,
    ],
    [
      'HTML in a long text',
      { goals: '建成统一平台，覆盖全市。</p><script>x()</script>' },
      'goals',
      '第十八条第一项',
      /网页标签/,
    ],
    ['a control character', { site: '九江\u0000市' }, 'site', '第十八条第一项', /特殊字符/],
    [
      'a disguising direction mark',
      { applicantUnit: '市\u202e教育局' },
      'applicantUnit',
      '第十八条第一项',
      /特殊字符/,
    ],
    [
      'a line break in a name',
      { projectName: '智慧校园平台\n主题：假' },
      'projectName',
      '第十八条第一项',
      /特殊字符/,
    ],
    [
      'no meeting',
      { decisionMeeting: undefined },
      'decisionMeeting',
      '第十七条第二款',
      /会议、日期和纪要文号/,
    ],
    [
      'a meeting without its document',
      { decisionMeeting: { body: '党组会议', date: '2026-08-03', document: ' ' } },
      'decisionMeeting.document',
      '第十七条第二款',
      /纪要文号/,
    ],
    [
      'a day that is none',
      { period: { from: '2027-02-30', to: '2027-11-30' } },
      'period.from',
      '第十八条第一项',
      /格式/,
    ],
    [
      'no funding plan',
      { fundingPlan: '' },
      'fundingPlan',
      '第十七条第二款、第十八条第三项',
      /资金来源/,
    ],
    ['an unknown kind', { kind: 'magic' }, 'kind', '第十八条第二项', /建设类、服务类/],
    [
      'a mail address that is none',
      { contact: { name: '王晓', phone: '13800000000', email: '无' } },
      'contact.email',
      '附件2',
      /电子邮箱/,
    ],
    [
      'a script as a link',
      { materials: [{ kind: 'other', title: '附件', link: 'javascript:alert(1)' }] },
      'materials.0.link',
      '第十八条第二项',
      /第1份材料：.*https?/,
    ],
    [
      'a quote of minus five',
      { quotes: [{ vendor: '甲', price: -5 }] },
      'quotes.0.price',
      '第十八条第三项',
      /第1家报价：报价应当大于0/,
    ],
    [
      'fifty-one quotes',
      { quotes: Array.from({ length: 51 }, (_, i) => ({ vendor: `厂商${i}`, price: 1 })) },
      'quotes',
      '第十八条第三项',
      /最多50条/,
    ],
    ['quotes that are no list', { quotes: '三家' }, 'quotes', '第十八条第三项', /逐条填写/],
    ['an unclear answer about secrecy', { classified: 'maybe' }, 'classified', '第七条', /是.*否/],
  ])('names %s once, with article and remedy', (_what, changes, path, article, message) => {
    expect(problemsWith(changes)).toEqual([
      { path, article, message: expect.stringMatching(message) },
    ]);
  });

  test('tells everything at once', () => {
    const paths = problemsWith({
      investment: -1,
      projectName: '',
      decisionMeeting: null,
      quotes: [{}],
    }).map(({ path }) => path);
    expect(paths).toEqual([
      'projectName',
      'investment',
      'decisionMeeting',
      'quotes.0.vendor',
      'quotes.0.price',
    ]);
  });

  test.each(Object.keys(exampleApplication()))(
    'asks in Chinese for %s when it is not there',
    (field) => {
      const { [field]: _left, ...rest } = exampleApplication();
      const problems = fieldProblems(rest);
      const optional = ['classified', 'majorDeployment', 'reserveId', 'quotes', 'materials'];
      expect(problems.map(({ path }) => path)).toEqual(optional.includes(field) ? [] : [field]);
      for (const { message } of problems) expect(message).toMatch(/^请(填写|选择)/);
      expect(draftOf(rest)).toMatchObject({ majorDeployment: false });
    },
  );

  test.each([[undefined], [null], ['表'], [[]], [7]])(
    'answers for %p, which is no application',
    (input) => {
      const problems = fieldProblems(input);
      expect(problems).toEqual([
        {
          path: 'application',
          article: '第十八条第一项',
          message: expect.stringContaining('申报表'),
        },
      ]);
    },
  );

  test('a comparison sign is no tag, several lines in a long text are fine', () => {
    expect(problemsWith({ goals: '响应时间 <1 秒；\n并发数 > 500，可用率 99.9%。' })).toEqual([]);
  });
});

describe('draftOf', () => {
  test('reads a sound application as the schema does', () => {
    const input = exampleApplication({ investment: '186.50', reserveId: ' CBK-1 ' });
    expect(draftOf(input)).toEqual(applicationSchema.parse(input));
  });

  test('gives back what the form sends for empty fields as absent', () => {
    const draft = draftOf(
      exampleApplication({ reserveId: '', implementationCost: null, separateProjectReason: '' }),
    );
    expect(JSON.parse(JSON.stringify(draft))).not.toHaveProperty(['reserveId']);
    expect(draft.implementationCost).toBeUndefined();
    expect(draft.separateProjectReason).toBeUndefined();
  });

  test('keeps what can be corrected and drops what cannot be shown', () => {
    const draft = draftOf(
      exampleApplication({
        investment: -1,
        kind: 'magic',
        surprise: 1,
        quotes: [null, { vendor: '甲' }],
      }),
    );
    expect(draft).toMatchObject({ investment: -1, projectName: '智慧校园综合管理平台建设项目' });
    expect(draft.kind).toBeUndefined();
    expect(draft.quotes).toEqual([{ vendor: '甲', price: undefined }]);
    expect(draft).not.toHaveProperty('surprise');
    expect(draftOf(exampleApplication({ investment: '二百万' })).investment).toBeUndefined();
  });

  test('cuts a name that would flood every notice, and takes out what nobody can see', () => {
    const draft = draftOf({ projectName: `\u202e${'长'.repeat(10_000)}` });
    expect([...draft.projectName]).toHaveLength(100);
    expect(draft.projectName).toMatch(/^长.*…$/);
  });

  test('forgets the county of a project that is no county project', () => {
    expect(draftOf(exampleApplication({ county: '修水县' })).county).toBeUndefined();
    expect(draftOf(exampleApplication({ level: 'county', county: '修水县' })).county).toBe(
      '修水县',
    );
  });

  test('neither it nor the problems ever throw, nor speak English', () => {
    const row = fc.record({
      kind: fc.anything(),
      vendor: fc.anything(),
      parts: fc.anything(),
      link: fc.anything(),
    });
    const name = fc.constantFrom(
      'projectName',
      'investment',
      'quotes',
      'materials',
      'contact',
      'period',
    );
    fc.assert(
      fc.property(
        name,
        fc.oneof(fc.anything(), fc.array(fc.anything()), fc.array(row)),
        (field, value) => {
          const input = exampleApplication({ [field]: value });
          for (const { message } of fieldProblems(input)) {
            expect(message).toMatch(/^(?!.*Invalid).*[\u4e00-\u9fff].*。$/s);
          }
          expect(typeof draftOf(input).projectName).toBe('string');
        },
      ),
    );
  });
});
