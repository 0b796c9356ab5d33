import type { Filter } from './filter.ts';
import { type Html, html } from './html.ts';
import type { StoredMail } from './mail.ts';

const SHOWN = 200;

/** The list, newest first. */
export function listPage(mails: StoredMail[], filter: Filter): string {
  const shown = mails.toReversed().slice(0, SHOWN);
  return page(
    '收到的邮件',
    html`<form method="get" action="/">
      <label>收件人 <input name="to" value="${filter.to ?? ''}"></label>
      <label>主题 <input name="subject" value="${filter.subject ?? ''}"></label>
      <button>筛选</button> <a href="/">全部</a>
    </form>
    <p class="count">共 ${mails.length} 封${shown.length < mails.length ? `，显示最近 ${SHOWN} 封` : ''}</p>
    ${shown.length === 0 ? html`<p class="empty">没有邮件</p>` : table(shown)}`,
  );
}

function table(mails: StoredMail[]): Html {
  return html`<table>
    <thead><tr><th>时间</th><th>收件人</th><th>主题</th><th>项目</th></tr></thead>
    <tbody>${mails.map(
      (mail) => html`<tr>
        <td class="time">${shanghai(mail.date)}</td>
        <td>${mail.to.join('、')}</td>
        <td><a href="/messages/${mail.id}">${mail.subject || '（无主题）'}</a></td>
        <td class="project">${mail.projectId}</td>
      </tr>`,
    )}</tbody>
  </table>`;
}

/** One mail. */
export function mailPage(mail: StoredMail): string {
  const line = (name: string, value: string) =>
    value === '' ? html`` : html`<dt>${name}</dt><dd>${value}</dd>`;
  return page(
    mail.subject || '（无主题）',
    html`<p><a href="/">← 返回列表</a></p>
    <dl>
      ${line('时间', shanghai(mail.date))}
      ${line('发件人', mail.from)}
      ${line('收件人', mail.to.join('、'))}
      ${line('抄送', mail.cc.join('、'))}
      ${line('实际送达', mail.recipients.join('、'))}
      ${line('项目', mail.projectId)}
    </dl>
    <pre>${mail.text}</pre>`,
  );
}

/** A page that only says something. */
export function notePage(title: string, text: string): string {
  return page(title, html`<p>${text}</p><p><a href="/">← 返回列表</a></p>`);
}

function page(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} · 开发邮箱</title>
  <link rel="stylesheet" href="/style.css">
</head>
<body>
  <header>开发邮箱 <small>系统发出的邮件都留在这里，不会寄给任何人</small></header>
  <main><h1>${title}</h1>
  ${body}
  </main>
</body>
</html>
`.markup;
}

const TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** "2026-03-10 09:00", Asia/Shanghai. */
function shanghai(date: string): string {
  return date === '' ? '' : TIME.format(new Date(date));
}
