/**
 * A page that leads on by itself. What it leads to is asked for by a page of ours: cookies that other sites' requests
 * do not carry (`SameSite=Strict`) come along, as they would not after a redirection that began elsewhere.
 * @param to a path of this origin
 */
export function goOnPage(to: string): string {
  const href = escaped(to);
  return page(
    '正在登录',
    `<p>正在登录……</p><p><a href="${href}">没有自动打开时请点这里</a></p>`,
    `<meta http-equiv="refresh" content="0;url=${href}">`,
  );
}

/** What a browser shows that asked for a page and gets an error. */
export function problemPage(message: string): string {
  return page('未能完成', `<p>${escaped(message)}</p><p><a href="/">返回首页</a></p>`);
}

function page(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${head}<style>
body{font:16px/1.7 system-ui,sans-serif;color:#1f2933;background:#f4f6f8;margin:0;display:grid;place-items:center;min-height:100vh}
main{background:#fff;border:1px solid #d9dfe5;border-radius:8px;padding:24px 32px;max-width:32em}
h1{font-size:20px;margin:0 0 8px}p{margin:8px 0}a{color:#1257a6}
</style></head><body><main><h1>${title}</h1>${body}</main></body></html>
`;
}

const MARKUP: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => MARKUP[character] ?? '');
}
