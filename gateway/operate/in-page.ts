// Runs in Operate's pages, before their own script: whoever changes something there says why.

const CHANGES = /^\/api\/process-instances\/([^/]+\/(operation|modify)|batch-operation)$/;
const SHORTEST = 4;

const send = window.fetch.bind(window);
window.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { pathname } = new URL(request.url);
  if (request.method !== 'POST' || !CHANGES.test(pathname)) return send(input, init);
  const reason = await askForReason();
  if (reason === undefined) throw new DOMException('the person thought better of it', 'AbortError');
  request.headers.set('x-change-reason', encodeURIComponent(reason));
  const response = await send(request);
  if (!response.ok) await tell(await messageOf(response.clone()));
  return response;
};

async function messageOf(response: Response): Promise<string> {
  const answer = (await response.json().catch(() => ({}))) as { message?: string };
  return answer.message ?? `没有完成（${response.status}），请稍后再试。`;
}

/** Undefined: they changed their mind. */
function askForReason(): Promise<string | undefined> {
  const { dialog, form, close } = open('变更原因', '将与您的姓名一起记入操作记录。');
  const field = document.createElement('textarea');
  Object.assign(field, { required: true, maxLength: 300, rows: 4 });
  // What the browser itself would say is in its own language.
  form.noValidate = true;
  field.setAttribute('aria-label', '变更原因');
  field.style.cssText = 'width:100%;font:inherit;padding:8px;box-sizing:border-box';
  form.append(field, buttons('确认变更', '取消'));
  field.focus();
  return new Promise((resolve) => {
    form.onsubmit = (event) => {
      event.preventDefault();
      const reason = field.value.trim();
      if (reason.length < SHORTEST) {
        field.setCustomValidity(`请写明原因，至少${SHORTEST}个字`);
        field.reportValidity();
        field.oninput = () => field.setCustomValidity('');
        return;
      }
      resolve(reason);
      close();
    };
    dialog.addEventListener('close', () => resolve(undefined));
  });
}

function tell(message: string): Promise<void> {
  const { dialog, form, close } = open('没有完成', message);
  form.append(buttons('知道了'));
  return new Promise((resolve) => {
    form.onsubmit = (event) => {
      event.preventDefault();
      close();
    };
    dialog.addEventListener('close', () => resolve());
  });
}

function open(title: string, text: string) {
  const dialog = document.createElement('dialog');
  dialog.style.cssText =
    'width:min(480px,90vw);padding:24px;border:0;font:14px/1.6 sans-serif;color:#161616';
  const form = document.createElement('form');
  const heading = document.createElement('h2');
  heading.textContent = title;
  heading.style.cssText = 'margin:0 0 8px;font-size:18px';
  const sentence = document.createElement('p');
  sentence.textContent = text;
  sentence.style.cssText = 'margin:0 0 16px';
  form.append(heading, sentence);
  dialog.append(form);
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
  return { dialog, form, close: () => dialog.close() };
}

function buttons(confirm: string, cancel?: string): HTMLElement {
  const row = document.createElement('div');
  row.style.cssText = 'display:flex;gap:12px;justify-content:flex-end;margin-top:16px';
  if (cancel !== undefined) row.append(button(cancel, 'button', '#393939'));
  row.append(button(confirm, 'submit', '#0f62fe'));
  return row;
}

function button(text: string, type: 'button' | 'submit', colour: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = type;
  made.textContent = text;
  made.style.cssText = `padding:8px 20px;border:0;color:#fff;background:${colour};font:inherit;cursor:pointer`;
  if (type === 'button') made.onclick = () => made.closest('dialog')?.close();
  return made;
}

export {};
