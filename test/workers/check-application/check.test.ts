import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Body } from '../../../law/directory/index.ts';
import { type CheckDeps, checkApplication } from '../../../workers/check-application/check.ts';
import { oversizedIn } from '../../../workers/oversized.ts';
import { exampleApplication } from '../../law/application/example.ts';
import { aJob } from '../support/builders.ts';

type Project = {
  projectId: string;
  projectName: string;
  applicantUnit: string;
  investment: string;
};

const JOB = aJob({ processId: 'project-application', elementId: 'Task_CheckApplication' });
const contact = { email: 'x@jiujiang.example', supervisor: 'x' };
const bodies: Body[] = [
  { name: '市教育局', kind: 'unit', type: 'agency', level: 'city', ...contact },
  {
    name: '修水县教育局',
    kind: 'unit',
    type: 'agency',
    level: 'county',
    county: '修水县',
    ...contact,
  },
  { name: '市发改委', kind: 'city', ...contact },
  { name: '修水县发改委', kind: 'county', county: '修水县', counterpart: '县发改委', ...contact },
  { name: '咨询机构', kind: 'consultant', ...contact },
];
const directory = {
  body: (name: string) => bodies.find((body) => body.name === name),
  counties: () => ['修水县', '武宁县'],
};

let projects: Map<string, Project>;
let deps: CheckDeps;
/** Submissions kept in the dossier. */
let versions: unknown[];

beforeEach(() => {
  projects = new Map();
  versions = [];
  deps = {
    records: {
      openProject: async ({ rootInstance: key }, year, facts) => {
        const project = projects.get(key) ?? {
          ...facts,
          projectId: `JJSZ-${year}-000${projects.size + 1}`,
        };
        projects.set(key, project);
        return project.projectId;
      },
      similarOpenProjects: async (unit, except) =>
        [...projects.values()].filter((p) => p.applicantUnit === unit && p.projectId !== except),
      forgetContents: async (projectId, kept) => {
        for (const project of projects.values())
          if (project.projectId === projectId) Object.assign(project, kept);
      },
      project: async () => undefined,
      openProceeding: async () => {},
      proceedings: async () => [],
      endProceeding: async () => {},
      versionBefore: async () => undefined,
      hasFiled: async () => false,
      applicationOf: async () => undefined,
      keepVersion: async (_origin, application) => void versions.push(application),
      versions: async () => [],
      decidedFacts: async () => undefined,
      documents: async () => [],
    },
    directory,
    now: async () => new Date('2026-12-31T16:30:00Z'),
  };
});

const check = (application: unknown, job = JOB) => checkApplication({ application }, job, deps);

describe('checkApplication', () => {
  test('passes a sound application on, normalised, with an id of the year it is in Shanghai', async () => {
    const result = await check(exampleApplication({ investment: '186.50', county: '修水县' }));
    expect(result).toMatchObject({
      projectId: 'JJSZ-2027-0001',
      classified: false,
      problems: [],
      warnings: [],
    });
    expect(result.application).toMatchObject({
      investment: 186.5,
      projectName: '智慧校园综合管理平台建设项目',
    });
    expect(JSON.parse(JSON.stringify(result.application))).not.toHaveProperty('county');
  });

  test('says nothing of an application that was written just so, fields left empty or not', async () => {
    const quotes = ['甲公司', '乙公司', '丙公司'].map((vendor) => ({ vendor, price: 188 }));
    const written = exampleApplication({ quotes });
    const reversed = Object.fromEntries(Object.entries(written).reverse());
    for (const same of [
      written,
      reversed,
      { ...written, county: '', separateProjectReason: null },
    ]) {
      const result = await check(same);
      expect(result.problems).toEqual([]);
      expect(result).not.toHaveProperty('application');
    }
    for (const other of [
      { ...written, goals: ` ${written.goals}` },
      { ...written, unheardOf: 1 },
      { ...written, majorDeployment: null },
    ])
      expect(await check(other)).toMatchObject({ application: { goals: written.goals } });
  });

  test('gives an incomplete application back as it was understood', async () => {
    const result = await check(exampleApplication({ investment: '' }));
    expect(result.problems).toHaveLength(1);
    expect(JSON.parse(JSON.stringify(result.application))).not.toHaveProperty('investment');
  });

  test('gives the same id on every round of correction', async () => {
    const first = await check(exampleApplication({ investment: -1 }));
    const again = await check(exampleApplication());
    expect(again.projectId).toBe(first.projectId);
    expect(projects.size).toBe(1);
  });

  test('tells everything at once, fields and rules together', async () => {
    const { problems } = await check(
      exampleApplication({
        investment: 'abc',
        quotes: [
          { vendor: '甲', price: 1 },
          { vendor: '乙', price: 2 },
        ],
        decisionMeeting: undefined,
        materials: [],
        reserveId: '',
        level: 'county',
        county: '火星县',
      }),
    );
    expect(problems.map(({ path, article }) => [path, article])).toEqual([
      ['investment', '第十八条第三项'],
      ['decisionMeeting', '第十七条第二款'],
      ['level', '第十七条第二款'],
      ['county', '第九条、第十七条第二款'],
      ['reserveId', '第十七条第一款'],
      ['quotes', '第十八条第三项'],
      ['materials', '第十八条第二项'],
    ]);
  });

  test('suspects the second half of a split project, and reports a reason as a warning', async () => {
    await check(exampleApplication({ projectName: '智慧校园平台一期' }));
    const second = { ...JOB, processInstanceKey: '2' };
    const split = await check(exampleApplication({ projectName: '智慧校园平台二期' }), second);
    expect(split.problems.map(({ article }) => article)).toEqual(['第十一条']);

    const reason = { projectName: '智慧校园平台二期', separateProjectReason: '服务对象不同' };
    const explained = await check(exampleApplication(reason), second);
    expect(explained.problems).toEqual([]);
    expect(explained.warnings).toEqual([
      {
        path: 'separateProjectReason',
        article: '第十一条',
        message: expect.stringContaining('服务对象不同'),
      },
    ]);
  });

  test('lets a body of the city or of a county apply, but no consultant', async () => {
    const own = await check(
      exampleApplication({ applicantUnit: '市发改委', ownerUnit: '市发改委' }),
    );
    expect(own.problems).toEqual([]);
    const county = { applicantUnit: '修水县发改委', level: 'county', county: '修水县' };
    expect((await check(exampleApplication(county))).problems).toEqual([]);
    const consultant = await check(exampleApplication({ applicantUnit: '咨询机构' }));
    expect(consultant.problems.map(({ path }) => path)).toEqual(['applicantUnit']);
  });

  test('keeps only the unit and the fact of a classified project', async () => {
    const result = await check(exampleApplication({ classified: true, projectName: '绝密平台' }));
    expect(result).toEqual({
      projectId: 'JJSZ-2027-0001',
      proceedingId: JOB.processInstanceKey,
      classified: true,
      application: { classified: true, applicantUnit: '市教育局', level: 'city' },
      problems: [],
      warnings: [],
    });
    expect(JSON.stringify([...projects.values()])).not.toContain('绝密');
  });

  test('leaves nothing of the earlier rounds when a project turns out classified later', async () => {
    await check(exampleApplication({ projectName: '绝密平台', quotes: [] }));
    await check(exampleApplication({ projectName: '绝密平台', classified: true }));
    expect(JSON.stringify([...projects.values()])).not.toContain('绝密');
  });

  test('knows a classified project by its unit alone, as the form sends it', async () => {
    const { application } = await check({ classified: true, applicantUnit: '修水县教育局' });
    expect(application).toEqual({
      classified: true,
      applicantUnit: '修水县教育局',
      level: 'county',
      county: '修水县',
    });
  });

  test('does not keep an unknown unit of a classified project: the text could be anything', async () => {
    const { application } = await check({ classified: 'true', applicantUnit: '绝密内容' });
    expect(application).toEqual({ classified: true, applicantUnit: '名录外单位', level: 'city' });
    expect(JSON.stringify([...projects.values()])).not.toContain('绝密');
  });

  test.each([[undefined], [null], ['表'], [[]]])(
    'answers %p with a problem and an empty application',
    async (application) => {
      const result = await check(application);
      expect(result.problems[0]?.message).toContain('申报表');
      expect(result.application).toMatchObject({ projectName: '', applicantUnit: '', quotes: [] });
    },
  );

  test('gives a 10,000 character name back cut, and keeps it out of the register', async () => {
    const result = await check(exampleApplication({ projectName: '长'.repeat(10_000) }));
    expect(result.problems).toHaveLength(1);
    expect([...projects.values()][0]?.projectName).toHaveLength(100);
  });
});

describe('what was filed too large', () => {
  const run = (variables: Record<string, unknown>) =>
    checkApplication(
      { application: exampleApplication(), ...variables },
      JOB,
      deps,
      oversizedIn(variables),
    );

  test('comes back to the applicant without the fields that make it so', async () => {
    const application = exampleApplication({ goals: '提'.repeat(400_000) });
    const { problems, ...result } = await run({ application });
    expect(problems).toContainEqual(
      expect.objectContaining({
        path: 'application',
        message: expect.stringMatching(/申报内容过大（12\d{5}字节）/),
      }),
    );
    expect(result.application).toMatchObject({ projectName: application.projectName });
    expect(JSON.stringify(result).length).toBeLessThan(10_000);
  });

  test('is told where it is not of the form', async () => {
    const { problems } = await run({ ['n'.repeat(101)]: 1 });
    expect(problems).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/名称有101字节.*重新申报/) }),
    ]);
  });
});
