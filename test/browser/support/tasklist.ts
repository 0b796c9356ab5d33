import type { Browser, Page } from 'playwright-core';
import { newSession, picture } from './browser.ts';

export type FillIn = (form: Page) => Promise<void>;

export const DEMO_PASSWORD = 'demo';

/** Signs a person in on their way to Tasklist as they do it: by the page that asks who they are. */
export async function signIn(browser: Browser, tasklist: string, user: string): Promise<Page> {
  const page = await newSession(browser);
  await page.goto(tasklist);
  await page.getByLabel('登录名').fill(user);
  await page.getByLabel('密码').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('link', { name: '流程' }).waitFor();
  return page;
}

/** Files an application by the start form of the process. */
export async function fileApplication(page: Page, tasklist: string, fillIn: FillIn): Promise<void> {
  await page.goto(`${tasklist}/processes?search=project-application`);
  // Shown to everyone once; it holds the keyboard until it is answered.
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByRole('button', { name: '发起流程' }).first().click();
  await page.getByLabel('项目名称').waitFor();
  await fillIn(page);
  await page.setViewportSize({ width: 1280, height: 3000 });
  await picture(page, '01-application-form');
  await page.getByRole('button', { name: '发起流程' }).last().click();
  await page.getByText('流程已发起').first().waitFor();
}

/** Finds the person's task of that project, fills its form in and completes it. */
export async function completeTask(
  browser: Browser,
  tasklist: string,
  { user, project, step, fillIn }: { user: string; project: string; step: string; fillIn: FillIn },
): Promise<void> {
  const page = await signIn(browser, tasklist, user);
  await openTask(page, tasklist, project, step);
  await page.getByText('办理时限').waitFor();
  await fillIn(page);
  await picture(page, `${step}-${user}`);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('status').getByText('已提交').waitFor();
  await page.context().close();
}

async function openTask(
  page: Page,
  tasklist: string,
  project: string,
  step: string,
): Promise<void> {
  const card = page
    .locator('article')
    .filter({ hasText: project })
    .filter({ has: page.getByText(step, { exact: true }) })
    .first();
  // Tasklist looks for new tasks by itself only every few seconds.
  for (let look = 0; look < 60; look += 1) {
    await page.goto(`${tasklist}?filter=assigned-to-me`);
    const there = await card.waitFor({ timeout: 1500 }).then(
      () => true,
      () => false,
    );
    if (there) break;
  }
  await card.click();
}

/** Chooses from one of form-js's lists. */
export async function choose(form: Page, label: string, option: string): Promise<void> {
  const field = form
    .locator('.fjs-form-field-select')
    .filter({ has: form.getByText(labelled(label)) });
  await field.locator('.fjs-input-group').first().click();
  await form.locator('.fjs-dropdownlist-item').filter({ hasText: option }).first().click();
}

export async function tick(form: Page, label: string): Promise<void> {
  // The inputs themselves are invisible under Tasklist's own look.
  await form
    .locator('label')
    .filter({ hasText: labelled(label) })
    .first()
    .click();
}

export async function write(form: Page, label: string, text: string, nth = 0): Promise<void> {
  const field = form.getByLabel(labelled(label)).nth(nth);
  // form-js takes a value over after a while or on leaving, and on a busy machine drops keys in between:
  // whoever sees that types again.
  for (let tries = 0; tries < 5; tries += 1) {
    await field.fill(text);
    await field.press('Tab');
    if ((await field.inputValue()) === text) return;
  }
}

/** Types a date as people do, `2032/01/05`; the field shows it in its own way. */
export async function writeDate(form: Page, label: string, date: string): Promise<void> {
  const field = form.getByLabel(labelled(label)).first();
  await field.fill(date);
  await field.press('Tab');
}

/** The whole label, with the star of a required field or without. */
function labelled(label: string): RegExp {
  return new RegExp(`^${label.replace(/[（）().]/g, '\\$&')}\\s*\\*?$`);
}
