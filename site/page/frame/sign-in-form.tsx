import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../api.ts';
import { sessionIs, tokenIs } from '../session.ts';
import { readSession, signIn } from '../session-routes.ts';
import { Field, ProblemLine } from '../ui/field.tsx';
import { useAction } from '../ui/use-action.ts';

/** Name and password of a user of the platform. After it the page that was asked for is shown. */
export function SignInForm() {
  const [userId, setUserId] = useState('');
  const [password, setPassword] = useState('');
  const { busy, problem, run } = useAction();
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => name.current?.focus(), []);

  function send(event: Event): void {
    event.preventDefault();
    void run(async () => {
      // A new token: the one of this tab may be of a session that has ended.
      tokenIs(await call(readSession));
      sessionIs(await call(signIn, { body: { userId: userId.trim(), password } }));
    });
  }

  return (
    <form class="sign-in-form" onSubmit={send}>
      <Field label="登录名">
        <input
          ref={name}
          name="username"
          autocomplete="username"
          autocapitalize="none"
          required
          value={userId}
          onInput={(event) => setUserId(event.currentTarget.value)}
        />
      </Field>
      <Field label="密码">
        <input
          name="password"
          type="password"
          autocomplete="current-password"
          required
          value={password}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
      </Field>
      <ProblemLine problem={problem} />
      <button type="submit" class="primary" disabled={busy}>
        {busy ? '正在登录……' : '登录'}
      </button>
    </form>
  );
}
