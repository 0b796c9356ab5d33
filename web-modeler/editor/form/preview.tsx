import { Form } from '@bpmn-io/form-js';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { z } from 'zod';
import { fillParts } from '../../../models/parts.ts';
import { sample, sampleFor } from '../../../models/sample.ts';
import { call } from '../../../site/page/api.ts';
import { sentenceOf } from '../../../site/page/problem.ts';
import { scenarioRoutes } from '../../scenario/api.ts';
import type { Surroundings } from '../surroundings.ts';

type Examples = z.output<typeof scenarioRoutes.listExamples.answer>['examples'];

type Props = { path: string; schema: object; surroundings: Promise<Surroundings> };

/** The form as it would be deployed, filled with an example, to be looked at and tried. */
export function Preview({ path, schema, surroundings }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const form = useRef<Form>();
  const [examples, setExamples] = useState<Examples>([]);
  const [chosen, setChosen] = useState('');
  const [known, setKnown] = useState<Surroundings>();
  const [problems, setProblems] = useState<string[]>([]);
  const [tried, setTried] = useState(false);

  useEffect(() => {
    call(scenarioRoutes.listExamples).then(
      (answer) => setExamples(answer.examples),
      (error: unknown) => setProblems([sentenceOf(error)]),
    );
    surroundings.then(setKnown, (error: unknown) => setProblems([sentenceOf(error)]));
  }, []);

  useEffect(() => {
    if (!place.current || !known) return;
    const shown = new Form({ container: place.current });
    form.current = shown;
    setTried(false);
    const source = deployed({ path, source: JSON.stringify(schema) }, known);
    shown.importSchema(JSON.parse(source), dataOf(source, examples, chosen)).then(
      ({ warnings }) => setProblems(warnings.map((warning: unknown) => sentence(warning))),
      (error: unknown) => setProblems([sentence(error)]),
    );
    return () => shown.destroy();
  }, [path, schema, known, examples, chosen]);

  function check(): void {
    const errors = Object.values<string[]>(form.current?.validate() ?? {}).flat();
    setTried(true);
    setProblems(errors.length > 0 ? [`有 ${errors.length} 处没有填好，已在表单中标出。`] : []);
  }

  return (
    <>
      <div class="form-preview-head">
        <label>
          示例项目{' '}
          <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
            <option value="">{sample.application.projectName}</option>
            {examples.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={check}>
          检查填写
        </button>
        {tried && problems.length === 0 && <span role="status">填写符合要求。</span>}
      </div>
      {problems.map((problem) => (
        <p key={problem} class="form-preview-problem" role="alert">
          {problem}
        </p>
      ))}
      <div class="form-preview-form" ref={place} />
    </>
  );
}

/** The form with its common parts, and the names the organisation has. */
function deployed(form: { path: string; source: string }, { files, choices }: Surroundings) {
  const others = files.filter(({ path }) => path !== form.path);
  const filled = fillParts([...others, form], choices).find(({ path }) => path === form.path);
  return filled?.source ?? form.source;
}

function dataOf(source: string, examples: Examples, chosen: string): object {
  const example = examples.find(({ name }) => name === chosen);
  return sampleFor(source, example ? { application: example.application } : {});
}

function sentence(reason: unknown): string {
  const message = reason instanceof Error ? reason.message : String(reason);
  return `表单有一处不能显示，请检查：${message}`;
}
