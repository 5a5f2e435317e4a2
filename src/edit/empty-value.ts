/** What a new field or item begins with. */
import type { Control, FieldValue } from './protocol.ts';

/** The value to begin with; `undefined` where nothing can be said before the editor does. */
export function emptyValue(control: Control): FieldValue | undefined {
  switch (control.kind) {
    case 'text':
      return '';
    case 'list':
      return Array.from({ length: control.item.kind === 'group' ? control.least : 0 }, () => emptyValue(control.item) ?? '');
    case 'group': {
      const group: Record<string, FieldValue> = {};
      for (const { name, isRequired, control: inner } of control.fields) {
        const value = isRequired ? emptyValue(inner) : undefined;
        if (value !== undefined) group[name] = value;
      }
      return group;
    }
    case 'known':
      // Whoever begins a figure has a number to write; that there is none is to be said, not left standing.
      return control.of.kind === 'number' ? undefined : (control.unknown[0] ?? '');
    case 'either':
      return control.options[0] && emptyValue(control.options[0].control);
    case 'check':
      return false;
    default:
      return undefined;
  }
}
