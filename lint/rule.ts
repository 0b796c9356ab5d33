import type { Regulation } from '../law/regulation.ts';
import type { Decision } from '../models/dmn.ts';
import type { Element } from '../models/element.ts';
import type { Form } from '../models/form.ts';
import type { ModelIndex } from '../models/model-index.ts';
import type { Finding } from './finding.ts';

/** What a rule knows beside the file it looks at. */
export type Context = { models: ModelIndex; regulation: Regulation };

/** Tells one finding: the element's id and a Chinese sentence that says what to do. */
export type Report = (id: string | undefined, message: string) => void;

/** A rule over diagrams, in bpmnlint's shape: called for every element of the tree. */
export type DiagramRule = (context: Context) => {
  check: (element: Element, reporter: { report: Report }) => void;
};

/** A rule over one decision of a DMN file. */
export type TableRule = (decision: Decision, context: Context, report: Report) => void;

/** A rule over a whole DMN file: what is outside of its tables too. */
export type DecisionFileRule = (definitions: Element, report: Report) => void;

/** A rule over one form file. */
export type FormRule = (form: Form, context: Context, report: Report) => void;

export type Severity = Finding['severity'];
