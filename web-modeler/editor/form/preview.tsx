import { Form } from '@bpmn-io/form-js';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { z } from 'zod';
import { sample } from '../../../models/sample.ts';
import { call } from '../../../site/page/api.ts';
import { sentenceOf } from '../../../site/page/problem.ts';
import { scenarioRoutes } from '../../scenario/api.ts';

type Examples = z.output<typeof scenarioRoutes.listExamples.answer>['examples'];

/** The form filled with an example, to be looked at and tried. */
export function Preview({ schema }: { schema: object }) {
  const place = useRef<HTMLDivElement>(null);
  const form = useRef<Form>();
  const [examples, setExamples] = useState<Examples>([]);
  const [chosen, setChosen] = useState('');
  const [problems, setProblems] = useState<string[]>([]);
  const [tried, setTried] = useState(false);

  useEffect(() => {
    call(scenarioRoutes.listExamples).then(
      (answer) => setExamples(answer.examples),
      (error: unknown) => setProblems([sentenceOf(error)]),
    );
  }, []);

  useEffect(() => {
    if (!place.current) return;
    const shown = new Form({ container: place.current });
    form.current = shown;
    setTried(false);
    shown.importSchema(schema, dataOf(examples, chosen)).then(
      ({ warnings }) => setProblems(warnings.map((warning: unknown) => sentence(warning))),
      (error: unknown) => setProblems([sentence(error)]),
    );
    return () => shown.destroy();
  }, [schema, examples, chosen]);

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

function dataOf(examples: Examples, chosen: string): Record<string, unknown> {
  const example = examples.find(({ name }) => name === chosen);
  return example ? { ...sample, application: example.application } : sample;
}

function sentence(reason: unknown): string {
  const message = reason instanceof Error ? reason.message : String(reason);
  return `表单有一处不能显示，请检查：${message}`;
}
