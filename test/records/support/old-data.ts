import { Migrator } from 'kysely';
import { connect } from '../../../records/connection.ts';
import { migrations } from '../../../records/migrations/index.ts';

const facts = (unit: string) =>
  JSON.stringify({
    ...{ projectName: '智慧校园', applicantUnit: unit, ownerUnit: unit },
    ...{ level: 'city', investment: 150 },
  });
const terms = {
  ...{ position: '经办人', eachVisit: false, grounds: ['需求确认'] },
  ...{ handedBackOn: [], decidesExtension: false },
};
const answer = JSON.stringify({ assignee: 'data.zhang', history: [], terms });

/** Makes the schema of before there were proceedings and sites (migrations up to 0014) in an empty database. */
export async function makeOldSchema(url: string): Promise<void> {
  const db = connect(url, () => {});
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateTo('0014-moves');
  await db.destroy();
  if (error !== undefined) throw error;
}

/**
 * Projects as the code of that schema kept them, in SQL, so that nothing of it follows today's: JJSZ-2031-0001 is open,
 * at a step of a called process; JJSZ-2031-0002 was withdrawn, JJSZ-2031-0003 turned away as classified.
 */
export const OLD_ROWS = `
  insert into project_counters values (2031, 3);
  insert into projects (process_instance_key, project_id, project_name, applicant_unit, investment, opened_at, closed_at) values
    ('100', 'JJSZ-2031-0001', '智慧校园', '市教育局', '150', '2031-08-01T01:00:00Z', null),
    ('200', 'JJSZ-2031-0002', '智慧医院', '市教育局', '90', '2031-08-02T01:00:00Z', '2031-08-20T01:00:00Z'),
    ('300', 'JJSZ-2031-0003', '涉密项目', '市教育局', '', '2031-08-03T01:00:00Z', '2031-08-03T01:01:00Z');
  insert into clocks (element_instance_key, project_id, project_name, process_instance_key, process_id, element_id,
    label, body, assignee, role, article, limit_days, used_before, started_on, deadline, provisional, opened_at,
    closed_on, used, close_reason, facts, answer) values
    ('101', 'JJSZ-2031-0001', '智慧校园', '100', 'project-application', 'Task_PreliminaryReview', '初步审核',
      '市数字政府领导小组办公室', 'office.he', 'reviewer', '第十九条', null, 0, '2031-08-01', null, false,
      '2031-08-01T01:00:00Z', '2031-08-04', 0, 'completed', '${facts('市教育局')}', '${answer}'),
    ('111', 'JJSZ-2031-0001', '智慧校园', '110', 'stage-budget', 'Task_PrepareBudget', '编制项目预算',
      '市教育局', 'school.tang', 'owner', '第二十五条第四项', 15, 0, '2031-08-04', '2031-08-25', false,
      '2031-08-04T01:00:00Z', '2031-09-04', 23, 'completed', '${facts('市教育局')}', '${answer}'),
    ('121', 'JJSZ-2031-0001', '智慧校园', '120', 'stage-technical-review', 'Task_TechnicalReview', '技术评审',
      '市数据管理部门', 'data.zhang', 'reviewer', '第二十五条第二项', 15, 0, '2031-09-05', '2031-09-26', false,
      '2031-09-05T01:00:00Z', null, null, null, '${facts('市教育局')}', '${answer}'),
    ('201', 'JJSZ-2031-0002', '智慧医院', '200', 'project-application', 'Task_PreliminaryReview', '初步审核',
      '市数字政府领导小组办公室', 'office.he', 'reviewer', '第十九条', null, 0, '2031-08-02', null, false,
      '2031-08-02T01:00:00Z', '2031-08-20', null, 'ended', '${facts('市教育局')}', '${answer}'),
    ('211', 'JJSZ-2031-0002', '智慧医院', '210', 'application-withdrawal', 'Task_ConfirmWithdrawal', '确认撤回',
      '市教育局', 'school.tang', 'owner', '第十八条', null, 0, '2031-08-20', null, false,
      '2031-08-20T00:50:00Z', '2031-08-20', 0, 'completed', '${facts('市教育局')}', '${answer}');
  insert into decisions (element_instance_key, project_id, process_instance_key, process_id, element_id, label, body,
    signer, on_behalf_of, outcome, opinion, ground, article, signed_at, entered) values
    ('101', 'JJSZ-2031-0001', '100', 'project-application', 'Task_PreliminaryReview', '初步审核',
      '市数字政府领导小组办公室', 'office.he', null, 'approve', '同意', null, '第十九条', '2031-08-04T01:00:00Z',
      '{"outcome": "approve"}'),
    ('111', 'JJSZ-2031-0001', '110', 'stage-budget', 'Task_PrepareBudget', '编制项目预算', '市教育局',
      'school.tang', null, 'submit', null, null, '第二十五条第四项', '2031-09-04T01:00:00Z', '{"outcome": "submit"}'),
    ('211', 'JJSZ-2031-0002', '210', 'application-withdrawal', 'Task_ConfirmWithdrawal', '确认撤回', '市教育局',
      'school.tang', null, 'submit', null, null, '第十八条', '2031-08-20T00:55:00Z', '{"outcome": "submit"}');
  insert into referrals values ('JJSZ-2031-0001', 1, 'job-1', 8, '2031-09-05T01:00:00Z');
  insert into withdrawals values ('212', 'JJSZ-2031-0002', '2031-08-20T00:56:00Z', true);
  insert into messages (id, project_id, purpose, "to", cc, subject, text, about, next_attempt_at) values
    ('reminder-amber-121', 'JJSZ-2031-0001', 'reminder-amber', '{data.zhang@x.example}', '{}', '催办', '催办', '121',
      '2031-09-24T01:00:00Z');`;
