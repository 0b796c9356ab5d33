import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD } from './tasklist.ts';

/** A process administrator at work in the web modeler; every person has a browser window of their own. */
export async function openModeler(browser: Browser, address: string, user: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    baseURL: address,
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel('登录名').fill(user);
  await page.getByLabel('密码').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '模型库' }).waitFor();
  return page;
}

/** Opens a model in its editor and waits until it is ready and checked. */
export async function openModel(page: Page, path: string): Promise<void> {
  await page.goto(`/model?path=${path}`);
  await page
    .getByText(/^检查(通过，没有发现问题。|结果：)/)
    .first()
    .waitFor();
}

/** Selects a step of an open diagram. */
export async function select(page: Page, elementId: string): Promise<void> {
  await page.locator(`.djs-shape[data-element-id="${elementId}"]`).click();
}

/** Saves what was edited as a new version. */
export async function save(page: Page, note: string): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '保存为新版本' });
  await dialog.getByLabel('修改说明').fill(note);
  await dialog.getByRole('button', { name: '保存', exact: true }).click();
}
