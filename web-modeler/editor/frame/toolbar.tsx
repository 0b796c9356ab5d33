import type { Tool } from '../part.ts';

/** The buttons above the model. */
export function Toolbar({ groups }: { groups: Tool[][] }) {
  return (
    <div class="editor-toolbar" role="toolbar" aria-label="编辑工具">
      {groups.map((group) => (
        <div class="editor-tools" key={group[0]?.id}>
          {group.map(({ id, label, title, on, disabled, run }) => (
            <button
              key={id}
              type="button"
              data-tool={id}
              title={title}
              disabled={disabled === true}
              class={on ? 'is-on' : ''}
              {...(on !== undefined && { 'aria-pressed': on })}
              onClick={(event) => {
                // What a tool opens, such as the search, closes at a click anywhere else: this click is none.
                event.stopPropagation();
                run();
              }}
            >
              {label}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
