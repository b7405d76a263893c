'use client';

import { clsx } from 'clsx';
import type { RefObject } from 'react';
import { lazy, useRef } from 'react';
import { afterPaint } from '../shell/after-paint';
import { Late } from '../shell/late';
import type { Conversation, OpenConversation } from '../thread/conversation';
import { IconButton } from '../ui/button';
import { AttachButton, AttachedFiles, DropHere } from './attachments/attaching';
import type { Mode } from './attempt';
import { SpareWords, WritingToo } from './beside-you';
import { ComposerFoot } from './composer-foot';
import type { Composing } from './composing';
import { useComposing } from './composing';
import { EmojiButton } from './emoji-button';
import { useGrowing } from './growing';
import { ModeTabs, tabId } from './mode-tabs';
import type { Naming } from './naming';
import { NamingList, namingListId, namingOptionId } from './naming-list';
import { PermissionLine } from './permission-line';
import { PublicBand } from './public-band';

/** What comes after the paint, and is not drawn on the server. What is typed before it is there waits for it. */
async function late() {
  await afterPaint();
  return (await import('./late-parts')).lateParts;
}

const inBrowser = typeof window !== 'undefined';
const none = { default: () => null };
const InField = lazy(async () => (inBrowser ? { default: (await late()).InField } : none));
const Approved = lazy(async () => (inBrowser ? { default: (await late()).Approved } : none));
const ColleagueDrafts = lazy(async () => ({ default: (await late()).ColleagueDrafts }));
const CollisionPanel = lazy(async () => ({ default: (await late()).CollisionPanel }));

/** Where replies and notes are written. */
export function Composer({ open }: { open: OpenConversation }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const composing = useComposing(open, field);
  const { mode, unseen, may, send, inPublic } = composing;
  const { conversation } = open;
  if (!may.reply && !may.note) {
    return (
      <div className="mx-2 mb-2.5 shrink-0 rounded-lg border border-line bg-panel pane:mx-4.5 pane:mb-4">
        <PermissionLine conversation={conversation} mode={mode} hindrance={composing.hindrance} />
      </div>
    );
  }
  return (
    <form
      aria-label={formName(mode, inPublic)}
      data-mode={mode}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className={clsx(
        'relative mx-2 mb-2.5 shrink-0 rounded-lg border transition-colors duration-150 pane:mx-4.5 pane:mb-4',
        // Told apart without colour too: a dashed line, a lock and other words.
        mode === 'note' && 'border-amber-ink border-dashed bg-note',
        mode === 'reply' &&
          (inPublic ? 'border-(--public) bg-panel' : 'border-line-strong bg-panel'),
      )}
    >
      {inPublic ? <PublicBand conversation={conversation} seenSeq={open.seq} /> : null}
      {unseen.length > 0 ? (
        <Late>
          <CollisionPanel
            unseen={unseen}
            onSend={() => send({ override: true })}
            onKeep={composing.keepEditing}
          />
        </Late>
      ) : null}
      {composing.others.length > 0 ? (
        <Late>
          <ColleagueDrafts
            conversationId={conversation.id}
            others={composing.others}
            onTaken={composing.turnTo}
          />
        </Late>
      ) : null}
      <SpareWords spare={composing.shelf.known[mode].spare} onSettle={composing.settleSpare} />
      <WritingToo conversationId={conversation.id} text={composing.text} />
      <Late>
        <Approved conversation={conversation} composing={composing} field={field} />
      </Late>
      <PermissionLine conversation={conversation} mode={mode} hindrance={composing.hindrance} />
      {may.reply && may.note ? (
        <ModeTabs
          mode={mode}
          isPublic={conversation.kind === 'public'}
          onChoose={composing.turnTo}
        />
      ) : null}
      <Field field={field} composing={composing} conversation={conversation} />
      <DropHere attaching={composing.attaching} />
    </form>
  );
}

type FieldProps = {
  field: RefObject<HTMLTextAreaElement | null>;
  composing: Composing;
  conversation: Conversation;
};

function Field({ field, composing, conversation }: FieldProps) {
  const { mode, text, may, naming, inPublic } = composing;
  useGrowing(field, text);
  const panel = may.reply && may.note ? { role: 'tabpanel', 'aria-labelledby': tabId(mode) } : {};
  return (
    <div id="write" className="relative" {...panel}>
      <NamingList naming={naming} />
      <Late>
        <InField field={field} composing={composing} conversation={conversation} />
      </Late>
      <textarea
        ref={field}
        dir="auto"
        rows={3}
        value={text}
        aria-label={fieldName(mode, inPublic, conversation.contactName)}
        aria-describedby="may-reply"
        placeholder={placeholderOf(mode, inPublic)}
        onChange={(event) => {
          composing.type(event.target.value);
          naming.look();
        }}
        onKeyDown={naming.onKeyDown}
        onKeyUp={naming.look}
        onClick={naming.look}
        {...namingProps(naming)}
        className="quiet-scroll field-sizing-content relative block max-h-[38vh] min-h-19 w-full resize-none bg-transparent px-3 pt-2 pb-0.5 text-message outline-none placeholder:text-ink-3"
      />
      <AttachedFiles attaching={composing.attaching} />
      <ComposerFoot
        composing={composing}
        costs={inPublic ? conversation.inPublic?.costs : undefined}
        tools={
          <>
            {mode === 'reply' ? (
              <IconButton label="Approved replies" data-slash>
                /
              </IconButton>
            ) : null}
            {inPublic ? null : <AttachButton attaching={composing.attaching} />}
            <EmojiButton field={field} />
          </>
        }
      />
    </div>
  );
}

function formName(mode: Mode, inPublic: boolean): string {
  if (mode === 'note') return 'Note';
  return inPublic ? 'Public reply' : 'Reply';
}

function fieldName(mode: Mode, inPublic: boolean, contactName: string): string {
  if (mode === 'note') return 'Note for your team';
  return `${inPublic ? 'Public reply' : 'Reply'} to ${contactName}`;
}

function placeholderOf(mode: Mode, inPublic: boolean): string {
  if (mode === 'note') return 'Write a note. Only your team sees it.';
  return inPublic ? 'Write an answer that everyone can read. Words only.' : 'Write a reply';
}

function namingProps({ people, at }: Naming) {
  const person = people[at];
  if (!person) return {};
  return {
    'aria-autocomplete': 'list',
    'aria-controls': namingListId,
    'aria-activedescendant': namingOptionId(person.id),
  } as const;
}
