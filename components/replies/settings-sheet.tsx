'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { can } from '@/lib/domain/access/can';
import type { ReplyDetail } from '@/lib/queries/replies/views';
import { Notice } from '../entrance/notice';
import { membersQuery } from '../inbox/queries';
import { Button } from '../ui/button';
import { Sheet } from '../ui/sheet';
import { changeReplyAction } from './actions';
import type { ReplySettings } from './settings-fields';
import { SettingsFields, selectLook } from './settings-fields';
import { useReplyChange } from './use-reply-change';

/** What a reply is called, where it stands, what it is for and who looks after it. Its words are not touched. */
export function SettingsSheet({ reply, onClose }: { reply: ReplyDetail; onClose: () => void }) {
  const { title, key, folder, purpose, risk, channelIds, owner } = reply;
  // As it was when the sheet was opened: what a colleague changes meanwhile is not written over unseen.
  const [version] = useState(reply.version);
  const [values, setValues] = useState<ReplySettings & { ownerId: string }>({
    ...{ title, key, folder, purpose, risk, channelIds },
    ownerId: owner.id,
  });
  const { change, isPending, problem, fields } = useReplyChange(changeReplyAction, onClose);
  const isAtAField = Object.keys(fields).length > 0;
  return (
    <Sheet title="Settings of this reply" onClose={onClose}>
      <form
        className="quiet-scroll grid max-h-[75dvh] gap-4 overflow-y-auto p-4"
        onSubmit={(event) => {
          event.preventDefault();
          change({ replyId: reply.id, version, ...values });
        }}
      >
        <Notice message={isAtAField ? undefined : problem} />
        <SettingsFields
          values={values}
          problems={fields}
          set={(patch) => setValues((before) => ({ ...before, ...patch }))}
        />
        <OwnerChoice
          owner={owner}
          ownerId={values.ownerId}
          onChange={(ownerId) => setValues((before) => ({ ...before, ownerId }))}
        />
        {values.risk === 'high' && risk === 'low' ? (
          <p className="text-fact text-ink-2">
            What is in use stays in use. From the next version on, two people have to approve it.
          </p>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="go" disabled={isPending}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Sheet>
  );
}

function OwnerChoice({
  owner,
  ownerId,
  onChange,
}: {
  owner: ReplyDetail['owner'];
  ownerId: string;
  onChange: (ownerId: string) => void;
}) {
  const { data: members = [] } = useQuery(membersQuery);
  const writers = members.filter((member) => !member.removed && can(member, 'reply.write'));
  const isListed = writers.some(({ id }) => id === owner.id);
  return (
    <label>
      <span className="mb-1 block font-strong text-ink-2">Looked after by</span>
      <select
        value={ownerId}
        onChange={({ target }) => onChange(target.value)}
        className={selectLook}
      >
        {isListed ? null : <option value={owner.id}>{owner.name}</option>}
        {writers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
