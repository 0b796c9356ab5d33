import { describe, expect, test } from '@jest/globals';
import { loadDirectory } from '../../../files/organization.ts';
import { type CaseFacts, OrganizationError } from '../../../law/directory/index.ts';

const directory = loadDirectory('config/organization.yaml');
const city: CaseFacts = { applicantUnit: '市教育局', ownerUnit: '市大数据中心', level: 'city' };
const county: CaseFacts = {
  applicantUnit: '修水县教育局',
  ownerUnit: '修水县教育局',
  level: 'county',
  county: '修水县',
};

const cityBodies = [
  '市数字政府领导小组',
  '市数字政府领导小组办公室',
  '市数据管理部门',
  '市委保密机要局',
  '市委网信办',
  '市发改委',
  '市财政局',
  '市国资委',
  '市公安局',
  '市审计局',
  '市档案局',
  '咨询机构',
];

describe('config/organization.yaml', () => {
  test.each(cityBodies)('%s resolves and has someone for its steps', (name) => {
    const body = directory.resolveBody(name, city);
    if (body === undefined) throw new Error(`${name} is missing`);
    expect(directory.supervisorOf(body)).toBeDefined();
    const found = directory.candidates(body, '经办人', '2026-03-10', city, 'reviewer');
    expect(found.map(({ person }) => person.position)).toContain('经办人');
  });

  test.each(directory.counties())('%s has its three counterparts', (name) => {
    for (const counterpart of ['县数据管理部门', '县发改委', '县财政局']) {
      const body = directory.resolveBody(counterpart, { ...county, county: name });
      expect(body?.name).toBe(name + counterpart.slice(1));
    }
  });

  test('every unit has two people', () => {
    for (const unit of directory.unitNames()) {
      expect(directory.people().filter(({ body }) => body === unit)).toHaveLength(2);
    }
  });

  test('knows three counties and units of each level and type', () => {
    expect(directory.counties()).toEqual(['修水县', '武宁县', '永修县']);
    const kinds = directory.units().map(({ type, level }) => `${level} ${type}`);
    expect(kinds).toEqual(expect.arrayContaining(['city agency', 'city soe', 'county agency']));
  });
});

describe('names', () => {
  test('applicant and owner are those of the case', () => {
    expect(directory.resolveBody('项目应用单位', city)?.name).toBe('市教育局');
    expect(directory.resolveBody('项目业主单位', city)?.name).toBe('市大数据中心');
  });

  test('a county body needs a county that is known', () => {
    expect(directory.resolveBody('县发改委', city)).toBeUndefined();
    expect(directory.resolveBody('县发改委', { ...county, county: '星子县' })).toBeUndefined();
    expect(directory.resolveBody('市体育局', city)).toBeUndefined();
  });

  test('addresses are those of the body meant', () => {
    expect(directory.addressOf('项目应用单位', city)).toEqual(['jiaoyu@jiujiang.example']);
    expect(directory.addressOf('县财政局', county)).toEqual(['caizheng@xiushui.example']);
    expect(directory.addressOf('市体育局', city)).toEqual([]);
  });

  test('people are found by their login name', () => {
    expect(directory.person('fagai.li')).toMatchObject({ name: '李文博', body: '市发改委' });
    expect(directory.person('fagai.nobody')).toBeUndefined();
    expect(directory.office).toBe('市数字政府领导小组办公室');
  });
});

test('two people can change the models, others publish them, the rest may look or not even that', () => {
  const role = directory.modelerRole;
  expect(['shuju.zhang', 'shuju.liu'].map(role)).toEqual(['editor', 'editor']);
  expect(['shuju.xu', 'bangong.cheng'].map(role)).toEqual(['publisher', 'publisher']);
  expect(['fagai.li', 'caizheng.wu'].map(role)).toEqual(['reader', 'reader']);
  expect(role('jiaoyu.tang')).toBeUndefined();
});

test('one person may change what runs, another look at it, and two look after accounts', () => {
  expect(['shuju.zhang', 'bangong.song', 'fagai.li'].map(directory.operatorRole)).toEqual([
    'operator',
    'reader',
    undefined,
  ]);
  const administrators = directory.people().filter(({ id }) => directory.isAdministrator(id));
  expect(administrators.map(({ id }) => id)).toEqual(['bangong.song', 'shuju.xu']);
});

test('a file that is not there is named', () => {
  expect(() => loadDirectory('no-such.yaml')).toThrow(OrganizationError);
  expect(() => loadDirectory('no-such.yaml')).toThrow(/no-such\.yaml.*读取不了：ENOENT/s);
});
