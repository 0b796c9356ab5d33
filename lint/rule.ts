import type { Regulation } from '../law/regulation.ts';
import type { Decision } from '../models/dmn.ts';
import type { Element } from '../models/element.ts';
import type { Form } from '../models/form.ts';
import type { ModelIndex, Read } from '../models/model-index.ts';
import type { Finding } from './finding.ts';

/** What a rule knows beside the file it looks at. */
export type Context = { models: ModelIndex; regulation: Regulation };

/** Tells one finding: the element's id and a Chinese sentence that says what to do. */
export type Report = (id: string | undefined, message: string) => void;

/** What every rule says of itself; `Check` is called with what it looks at. */
type Declared<Kind extends string, Check> = {
  /** The name of its file, its page, its test and its folder of diagrams. */
  id: string;
  kind: Kind;
  severity: Finding['severity'];
  /** Whether it guards what the law says: only then may a document overrule what it finds. */
  legal: boolean;
  check: Check;
};

/** A rule over diagrams, in bpmnlint's shape: called for every element of the tree. */
export type DiagramRule = Declared<
  'diagram',
  (context: Context) => { check: (element: Element, reporter: { report: Report }) => void }
>;

/** A rule over one decision of a DMN file. */
export type TableRule = Declared<
  'table',
  (decision: Decision, context: Context, report: Report) => void
>;

/** A rule over a whole DMN file: what is outside of its tables too. */
export type DecisionFileRule = Declared<
  'decision-file',
  (definitions: Element, context: Context, report: Report) => void
>;

/** A rule over the file of a common part of forms; what is in it is checked in every form that has it. */
export type PartRule = Declared<
  'part',
  (part: Extract<Read, { kind: 'part' }>, context: Context, report: Report) => void
>;

/** A rule over one form file, with its common parts filled in. */
export type FormRule = Declared<'form', (form: Form, context: Context, report: Report) => void>;

export type Rule = DiagramRule | TableRule | DecisionFileRule | FormRule | PartRule;
