import { useEffect, useRef, useState } from 'preact/hooks';
import { SHORTEST_PASSWORD, weakness } from '../../api/password.ts';
import { call } from '../api.ts';
import { sessionIs } from '../session.ts';
import { changePassword } from '../session-routes.ts';
import { Field, ProblemLine } from '../ui/field.tsx';
import { useAction } from '../ui/use-action.ts';
import { useSessionState } from '../use-session.ts';

type Props = {
  /** What the password is called that was in force till now. */
  before: string;
  /** Whether it is what the page is for. */
  focused?: boolean;
  done(): void;
};

/** Chooses a password: the old one, and the new one twice. */
export function PasswordForm({ before: beforeCalled, focused = false, done }: Props) {
  const [before, setBefore] = useState('');
  const [after, setAfter] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const [tried, setTried] = useState(false);
  const { busy, problem, run } = useAction();
  const userId = useSessionState().session?.user?.id ?? '';
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) first.current?.focus();
  }, [focused]);

  const weak = weakness(after, userId);
  const differs = again === after ? undefined : '两次填写的新密码不一致。';

  function send(event: Event): void {
    event.preventDefault();
    setTried(true);
    if (weak ?? differs) return;
    void run(async () => {
      sessionIs(await call(changePassword, { body: { before, after } }));
      done();
    });
  }

  const type = shown ? 'text' : 'password';
  return (
    <form class="password-form" onSubmit={send}>
      <Field label={beforeCalled}>
        <input
          ref={first}
          name="before"
          type={type}
          autocomplete="current-password"
          required
          value={before}
          onInput={(event) => setBefore(event.currentTarget.value)}
        />
      </Field>
      <Field
        label="新密码"
        hint={`至少 ${SHORTEST_PASSWORD} 个字符，可以用一句话；不必有大小写和符号。`}
        problem={tried ? weak : undefined}
      >
        <input
          name="after"
          type={type}
          autocomplete="new-password"
          required
          value={after}
          onInput={(event) => setAfter(event.currentTarget.value)}
        />
      </Field>
      <Field label="再填一次新密码" problem={tried ? differs : undefined}>
        <input
          name="again"
          type={type}
          autocomplete="new-password"
          required
          value={again}
          onInput={(event) => setAgain(event.currentTarget.value)}
        />
      </Field>
      <label class="inline-field">
        <input
          type="checkbox"
          checked={shown}
          onChange={(event) => setShown(event.currentTarget.checked)}
        />
        显示密码
      </label>
      <ProblemLine problem={problem} />
      <button type="submit" class="primary" disabled={busy}>
        {busy ? '正在保存……' : '保存新密码'}
      </button>
    </form>
  );
}
