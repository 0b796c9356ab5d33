import type { ComponentChildren } from 'preact';

type Props = {
  label: string;
  hint?: string;
  /** Why the value cannot be taken. */
  problem?: string | undefined;
  children: ComponentChildren;
};

/** A labelled field of a form with its hint and its problem below. */
export function Field({ label, hint, problem, children }: Props) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
    <label class="field">
      <span class="field-label">{label}</span>
      {children}
      {hint && <span class="field-hint">{hint}</span>}
      {problem && (
        <span class="field-problem" role="alert">
          {problem}
        </span>
      )}
    </label>
  );
}

/** The sentence of what went wrong with a form; nothing when nothing did. */
export function ProblemLine({ problem }: { problem: string | undefined }) {
  if (!problem) return null;
  return (
    <p class="problem" role="alert">
      {problem}
    </p>
  );
}
