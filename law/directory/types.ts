import type { IsoDate } from '../calendar/types.ts';
import type { Role } from '../roles.ts';

/**
 * Someone who can sign in; `id` is the login name and Camunda's user id, `subject` what an OpenID Connect provider knows
 * them by.
 */
export type Person = {
  id: string;
  name: string;
  body: string;
  position: string;
  email: string;
  subject?: string | undefined;
};

/**
 * A body that acts in a process: of the city, of a county, an applying or owning unit, the consultant, or the leading group.
 * `counterpart` is the generic name a model uses for a county body ("县发改委"), `type` and `level` belong to units.
 */
export type Body = {
  name: string;
  kind: 'city' | 'county' | 'unit' | 'consultant' | 'leading';
  county?: string | undefined;
  counterpart?: string | undefined;
  type?: 'agency' | 'soe' | undefined;
  level?: 'city' | 'county' | undefined;
  email: string;
  supervisor: string;
  recusalBody?: string | undefined;
};

/** What of an application decides which bodies and people may act on it. */
export type CaseFacts = {
  applicantUnit: string;
  ownerUnit: string;
  level: 'city' | 'county';
  county?: string | undefined;
};

/** Who can be given a task; `onBehalfOf` is the id of the absent person it stands in for. */
export type Candidate = { person: Person; onBehalfOf?: string };

export type SignRefusal = 'unknown-person' | 'not-of-body' | 'conflict-of-interest';

export type SignVerdict =
  | { allowed: true; onBehalfOf?: string }
  | { allowed: false; reason: SignRefusal };

/** A dated substitution, both days included, Asia/Shanghai. */
export type Substitution = { absent: string; substitute: string; from: IsoDate; to: IsoDate };

/** What somebody may do in the web modeler; each role includes those before it. */
export type ModelerRole = 'reader' | 'editor' | 'publisher';

/** Somebody who may use the web modeler. */
export type Modeler = { person: string; role: ModelerRole };

/** What somebody may do in Operate: a reader looks, an operator also changes what runs. */
export type OperatorRole = 'reader' | 'operator';

/** Somebody who may use Operate. */
export type Operator = { person: string; role: OperatorRole };

/** The checked content of the organisation file. */
export type Organization = {
  /** The supervising office's body name. */
  office: string;
  /** Every body, units included, in the order of the file. */
  bodies: Body[];
  people: Person[];
  substitutes: Substitution[];
  modelers: Modeler[];
  operators: Operator[];
  /** Who looks after the accounts of everybody, by their ids. */
  administrators: string[];
};

/** Answers who acts. Pure: the same arguments give the same answer. Days are Asia/Shanghai. */
export interface Directory {
  /** Name of the supervising office (市数字政府领导小组办公室 in the shipped file). */
  readonly office: string;
  /** Every body, units included, in the order of the file. */
  bodies(): readonly Body[];
  /** The body with exactly this name, units included. */
  body(name: string): Body | undefined;
  /** The body meant by a model's name: exact, 项目应用单位, 项目业主单位, or a county's counterpart. */
  resolveBody(name: string, facts: CaseFacts): Body | undefined;
  /** The body whose people act: the body itself or, when the case is its own, the one that reviews in its place (Art. 19). */
  actingBody(body: Body, facts: CaseFacts, role: Role): Body;
  /**
   * Who may be given the task, in the order of the file. Absent people are replaced by their substitutes,
   * conflicts of interest left out; anyone of the body when nobody of the position is left; [] when nobody is.
   */
  candidates(
    body: Body,
    position: string,
    date: IsoDate,
    facts: CaseFacts,
    role: Role,
  ): Candidate[];
  /** Whether a completion by this person counts on that day. `position` (default 经办人) only decides `onBehalfOf`. */
  maySign(
    personId: string,
    body: Body,
    date: IsoDate,
    facts: CaseFacts,
    role: Role,
    position?: string,
  ): SignVerdict;
  person(id: string): Person | undefined;
  /** The bodies of absent people in whose place this person acts that day, each once; their own is not among them. */
  standsInAt(personId: string, date: IsoDate): string[];
  supervisorOf(body: Body): Person | undefined;
  /** Notification addresses of the body a model's name means; [] when there is no such body. */
  addressOf(bodyName: string, facts: CaseFacts): string[];
  /** Counties that have bodies of their own, in the order of the file. */
  counties(): string[];
  /** Units that apply for or own projects, in the order of the file. */
  units(): Body[];
  unitNames(): string[];
  people(): readonly Person[];
  /** What the person may do in the web modeler; undefined: it is closed to them. */
  modelerRole(personId: string): ModelerRole | undefined;
  /** What the person may do in Operate; undefined: it is closed to them. */
  operatorRole(personId: string): OperatorRole | undefined;
  /** Whether the person looks after accounts. */
  isAdministrator(personId: string): boolean;
}
