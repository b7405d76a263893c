'use client';

import { undoTimes } from '@/lib/domain/conversation/undo-times';
import { Notice } from '../entrance/notice';
import { changeUndoTimeAction } from './actions';
import { SaveRow } from './save-row';
import { Unsaved } from './unsaved';
import { useForm } from './use-form';

/** For how long a reply can be called back. */
export function UndoForm({ seconds }: { seconds: number }) {
  const { values, set, send, fields, problem, ...state } = useForm(changeUndoTimeAction, {
    kept: { seconds: String(seconds) },
  });
  return (
    <form
      className="grid gap-3 rounded-lg border border-line bg-panel p-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Unsaved when={state.isDirty} />
      <Notice message={problem ?? fields['seconds']} />
      <label className="grid gap-1.5">
        <span className="font-medium">Undo after Send</span>
        <select
          value={values.seconds}
          onChange={({ target }) => set('seconds', target.value)}
          className="h-9 w-full rounded-sm border border-line-strong bg-paper px-2"
        >
          {undoTimes.map((time) => (
            <option key={time} value={time}>
              {time === 0 ? 'No: replies leave at once' : `For ${time} seconds`}
            </option>
          ))}
        </select>
        <span className="text-fact text-ink-3">
          A reply stays in Porchlight for that long. Afterwards nothing can call it back.
        </span>
      </label>
      <SaveRow {...state} />
    </form>
  );
}
