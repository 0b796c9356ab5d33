import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { anApplication } from '../process/support/application.ts';
import { follow } from '../process/support/project.ts';
import { until } from '../process/support/until.ts';
import { openWorld, type World } from '../process/support/world.ts';
import { openBrowser } from './support/browser.ts';
import { fillApplication } from './support/fill-application.ts';
import { finishedInstance } from './support/operate.ts';
import {
  completeTask,
  fileApplication,
  signIn,
  tick,
  write,
  writeDate,
} from './support/tasklist.ts';

const NAME = anApplication().projectName;
/** Markdown would strike out what stands between the tildes. */
const PLAN = '2032年建成，80~90 万元与 60~70 万元';

// Fifteen people sign in and fill in a form each; on a machine with other work a page takes its time.
const WHOLE_WAY_MS = 20 * 60_000;

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

test(
  'an application filed in the browser is finished by each department in Tasklist and seen in Operate',
  async () => {
    const applicant = await signIn(browser, world.tasklist, 'jiaoyu.tang');
    await fileApplication(applicant, world.tasklist, (form) => fillApplication(form, NAME));
    const project = follow(world, await filed());

    const finish = async (
      elementId: string,
      step: string,
      fillIn: (form: Page) => Promise<void>,
      body?: string,
    ) => {
      const { assignee, projectId } = await project.open(elementId, body);
      await completeTask(browser, world.tasklist, {
        user: assignee,
        project: projectId,
        step,
        fillIn,
      });
      await until(`${step} to be recorded`, async () => {
        const open = await world.records.openClocks({ projectId });
        return open.some((clock) => clock.elementId === elementId && clock.assignee === assignee)
          ? undefined
          : true;
      });
    };

    await finish('Task_PreliminaryReview', '初步审核', async (form) => {
      await tick(form, '充分');
      await tick(form, '急迫');
      await tick(form, '通过初审');
    });
    await finish('Task_PrepareSolutions', '编制解决方案', async (form) => {
      for (const [row, name] of ['自建', '购买服务', '复用市级平台'].entries()) {
        await write(form, '方案名称', name, row);
        await write(form, '估算投资', '100', row);
        await write(form, '方案要点', `${name}的技术路线和费用比较`, row);
      }
      await tick(form, '以上内容真实完整，确认提交');
    });
    await finish('Task_PreliminaryAppraisal', '初步论证', (form) =>
      tick(form, '通过论证，提交联合会审'),
    );
    for (const body of ['市数据管理部门', '市发改委', '市财政局', '市国资委']) {
      await finish('Task_JointReview', '联合会审', (form) => tick(form, '支持'), body);
    }
    await finish('Task_ConsolidateReview', '形成联合会审意见', async (form) => {
      await tick(form, '会审意见已汇总，报领导小组审定');
      await write(form, '项目建设计划', PLAN);
      await write(form, '资金安排', '市财政预算');
      await write(form, '项目业主', '市教育局');
      await write(form, '建设时序', '一次建成');
    });
    await finish('Task_LeadingGroupDecision', '领导小组审定', async (form) => {
      // Tasklist's own form-js: codes in words, earlier opinions, and what people wrote as they wrote it.
      for (const shown of ['建设类，', '形成联合会审意见', PLAN]) {
        await form.getByText(shown).first().waitFor();
      }
      await tick(form, '审定通过');
      await write(form, '审定文件文号', '九数领〔2031〕9号');
      await writeDate(form, '审定日期', '2031/09/22');
    });
    await finish('Task_AnnualInvestmentPlan', '列入政府投资年度计划', async (form) => {
      await write(form, '年度计划文号', '九发改投〔2031〕1号');
      await writeDate(form, '成文日期', '2031/09/22');
      await tick(form, '项目已列入年度计划，确认办结');
    });
    await finish('Task_AllocateBudget', '安排项目预算', async (form) => {
      await write(form, '预算文件文号', '九财预〔2031〕1号');
      await write(form, '安排预算', '148');
      await tick(form, '预算已安排，确认办结');
    });
    await finish('Task_TechnicalReview', '技术评审', (form) => tick(form, '通过评审'));
    await finish('Task_RecordFiling', '登记省级备案', async (form) => {
      await write(form, '备案号', '赣数备〔2031〕1号');
      await writeDate(form, '备案日期', '2031/09/22');
      await tick(form, '已报省数字政府领导小组办公室备案，确认办结');
    });
    await finish('Task_PrepareBudget', '编制项目预算', async (form) => {
      await write(form, '项目预算', '148');
      await write(form, '预算文本的文号或存放位置', '九教预〔2031〕1号');
      await tick(form, '以上内容真实完整，确认提交');
    });
    await finish('Task_ApproveBudget', '批复项目预算', async (form) => {
      await tick(form, '批复');
      await write(form, '招标控制价', '145.5');
      await write(form, '批复文号', '九财评〔2031〕1号');
    });

    expect(await project.end()).toBe('End_Approved');
    const operator = await signIn(browser, world.tasklist, 'shuju.zhang');
    expect(await finishedInstance(operator, world.operate, project.processInstanceKey)).toContain(
      '审批完成',
    );
  },
  WHOLE_WAY_MS,
);

/** The instance the start form made: the only one of that name. */
function filed(): Promise<string> {
  return until('the filed project', async () => {
    const { rows } = await world.database.query<{ root_instance: string }>(
      'select root_instance from proceedings join projects using (project_id) where project_name = $1 order by proceedings.opened_at desc limit 1',
      [NAME],
    );
    return rows[0]?.root_instance;
  });
}
