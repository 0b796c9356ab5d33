import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { call } from '../../../site/page/api.ts';
import { Field } from '../../../site/page/ui/field.tsx';
import { Page } from '../../../site/page/ui/page.tsx';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Waiting } from '../../../site/page/ui/waiting.tsx';
import { kind as kindSchema, modelPath } from '../../api/common.ts';
import { may } from '../../api/rights.ts';
import { libraryRoutes } from '../../library/api.ts';
import type { ModelSummary } from '../../library/page/groups.ts';
import { modelAddress } from '../../page/addresses.ts';
import { KIND_WORDS } from '../../page/ui/words.ts';
import { useMe } from '../../page/use-me.ts';
import { blankOf, type NewModel, pathOf } from './blank.ts';
import { OpenModel } from './open-model.tsx';

/** Names a new model, then opens it in its editor; it is kept from its first saving on. */
export function NewModelPage() {
  const me = useMe();
  const [, navigate] = useLocation();
  const [named, setNamed] = useState<NewModel>();
  const { loaded, reload } = useLoaded('models', (signal) =>
    call(libraryRoutes.listModels, { signal }),
  );

  if (named) {
    const path = pathOf(named);
    return (
      <OpenModel
        model={{ path, kind: named.kind, source: blankOf(named), blob: null, commit: null }}
        summary={undefined}
        name={named.name}
        at="saved"
        element={undefined}
        reopen={() => navigate(modelAddress(path))}
      />
    );
  }
  return (
    <Page title="新建模型" lead="先确定名称和位置，再进入编辑。第一次保存之前不会留下任何内容。">
      {may(me, 'edit') ? (
        <Waiting of={loaded} reload={reload}>
          {({ models }) => <Naming models={models} onNamed={setNamed} />}
        </Waiting>
      ) : (
        <p class="message message-warning">
          您的角色只能查阅。需要新建模型时，请与模型编辑人员联系。
        </p>
      )}
    </Page>
  );
}

const ID = /^[a-z][a-z0-9-]*$/;

function Naming({ models, onNamed }: { models: ModelSummary[]; onNamed(named: NewModel): void }) {
  const processes = models.filter(({ kind }) => kind === 'process');
  const [{ kind, id, name, home }, setNamed] = useState<NewModel>({
    kind: 'process',
    id: '',
    name: '',
    home: processes[0]?.home.id ?? '',
  });
  const named = { kind, id, name: name.trim(), home };
  const path = pathOf(named);
  const idProblem = id ? problemOf(named, path, models) : undefined;

  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        onNamed(named);
      }}
    >
      <fieldset class="choices">
        <legend>类别</legend>
        {kindSchema.options.map((option) => (
          <button
            key={option}
            type="button"
            aria-pressed={kind === option}
            onClick={() => setNamed({ ...named, kind: option })}
          >
            {KIND_WORDS[option]}
          </button>
        ))}
      </fieldset>
      <Field label="名称" hint="中文名称，例如：网络安全审查">
        <input
          required
          maxLength={60}
          value={name}
          onInput={(event) => setNamed({ ...named, name: event.currentTarget.value })}
        />
      </Field>
      <Field
        label="标识"
        hint="小写字母、数字和连字符，例如：security-review。保存后不宜再改。"
        problem={idProblem}
      >
        <input
          required
          maxLength={60}
          value={id}
          onInput={(event) => setNamed({ ...named, id: event.currentTarget.value.trim() })}
        />
      </Field>
      {kind !== 'process' && (
        <Field label="所属流程">
          <select
            value={home}
            onChange={(event) => setNamed({ ...named, home: event.currentTarget.value })}
          >
            {processes.map((process) => (
              <option key={process.home.id} value={process.home.id}>
                {process.home.name}
              </option>
            ))}
          </select>
        </Field>
      )}
      {id && !idProblem && <p class="muted">将保存在 {path}</p>}
      <button type="submit" class="primary" disabled={!id || !named.name || Boolean(idProblem)}>
        开始编辑
      </button>
    </form>
  );
}

function problemOf({ id, kind }: NewModel, path: string, models: ModelSummary[]) {
  if (!ID.test(id) || !modelPath.safeParse(path).success) {
    return '只能用小写字母、数字和连字符，并以字母开头。';
  }
  // The engine knows processes, decisions and forms by id alone, whatever folder they are in.
  const taken = models.find((model) => model.kind === kind && model.id === id);
  return taken ? `${taken.name}已使用这个标识，请换一个。` : undefined;
}
