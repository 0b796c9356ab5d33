import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { z } from 'zod';
import { sample } from '../../../models/sample.ts';
import { call } from '../../../site/page/api.ts';
import { scenarioRoutes } from '../../scenario/api.ts';
import type { Surroundings } from '../surroundings.ts';
import { fill } from './fill.ts';
import { namesFor, unknownNames } from './names.ts';

type Examples = z.output<typeof scenarioRoutes.listExamples.answer>['examples'];
type Props = {
  text: string;
  readOnly: boolean;
  surroundings: Promise<Surroundings>;
  change(text: string): void;
};

/** The text of a notice, what it may name, and the mail it becomes. */
export function NoticeDesk({ text: first, readOnly, surroundings, change }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(first);
  const [known, setKnown] = useState<Surroundings>();
  const [examples, setExamples] = useState<Examples>([]);
  const [chosen, setChosen] = useState('');

  useEffect(() => {
    surroundings.then(setKnown, console.error);
    call(scenarioRoutes.listExamples).then((answer) => setExamples(answer.examples), console.error);
  }, [surroundings]);

  const names = useMemo(() => namesFor(known?.files ?? []), [known]);
  const example = examples.find(({ name }) => name === chosen);
  const mail = fill(text, example ? { ...sample, application: example.application } : sample);
  const unknown = known ? unknownNames(text, names) : [];

  function type(next: string): void {
    setText(next);
    change(next);
  }

  function insert(name: string): void {
    const area = field.current;
    if (!area || readOnly) return;
    const { selectionStart: from, selectionEnd: to } = area;
    const put = `{{${name}}}`;
    type(text.slice(0, from) + put + text.slice(to));
    requestAnimationFrame(() => {
      area.focus();
      area.setSelectionRange(from + put.length, from + put.length);
    });
  }

  return (
    <div class="notice-desk">
      <section class="notice-text">
        <h3>通知文字</h3>
        <p class="notice-hint">第一行以“主题:”开头，是邮件的标题。{'{{……}}'} 会换成项目的内容。</p>
        <textarea
          ref={field}
          aria-label="通知文字"
          spellcheck={false}
          readOnly={readOnly}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
        />
        {mail.problem && (
          <p class="notice-problem" role="alert">
            {mail.problem}
          </p>
        )}
        {unknown.map((name) => (
          <p key={name} class="notice-problem" role="alert">
            项目中没有“{name}”这一项，发出时这里是空的，请核对写法。
          </p>
        ))}
      </section>
      <section class="notice-names">
        <h3>可以引用的内容</h3>
        <p class="notice-hint">点击插入到光标处。</p>
        <ul class="editor-verbatim">
          {names.map(({ name, info }) => (
            <li key={name}>
              <button type="button" disabled={readOnly} onClick={() => insert(name)}>
                {info}
                <code>{name}</code>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section class="notice-mail">
        <h3>
          <label>
            发出的样子{' '}
            <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
              <option value="">{sample.application.projectName}</option>
              {examples.map(({ name, title }) => (
                <option key={name} value={name}>
                  {title}
                </option>
              ))}
            </select>
          </label>
        </h3>
        <p class="notice-subject editor-verbatim">{mail.subject}</p>
        <pre class="editor-verbatim">{mail.text}</pre>
      </section>
    </div>
  );
}
