import { useRef, useState } from 'react';
import { act } from './live';
import type { Between } from './network-types';
import { Said } from './parts';

type Props = {
  between: Between;
  startText: string;
  viaPostId: string | undefined;
  onSent: () => void;
};

const fieldId = 'message-text';

/** Puts the pointer where one writes, once the pane is there. */
export function focusComposer() {
  requestAnimationFrame(() => document.getElementById(fieldId)?.focus());
}

/** Writes as the person, when the network lets them; else it says why not. */
export function Composer({ between, startText, viaPostId, onSent }: Props) {
  const { person, account, toAccount } = between;
  const [text, setText] = useState(startText);
  const [refusal, setRefusal] = useState<string>();

  async function send(media?: string) {
    const body = {
      from: person.id,
      to: account.id,
      text,
      ...(media ? { media } : {}),
      ...(viaPostId ? { viaPostId } : {}),
    };
    const problem = await act('POST', '/sandbox/messages', body);
    setRefusal(problem);
    if (problem) return;
    setText('');
    onSent();
  }

  if (!toAccount.verdict.allow) {
    return (
      <div className="compose closed">
        <Said>{toAccount.sentence}</Said>
      </div>
    );
  }
  return (
    <form
      className="compose"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) void send();
      }}
    >
      <p className="may">{mayWords(between, viaPostId)}</p>
      <textarea
        aria-label={`Message to @${account.username} from ${person.name}`}
        id={fieldId}
        dir="auto"
        rows={3}
        value={text}
        placeholder={`Message @${account.username}`}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      {refusal && <Said>{refusal}</Said>}
      <footer>
        <Picture ownerId={person.id} onReady={(id) => void send(id)} onRefused={setRefusal} />
        <span className="faint small extra">Enter sends, Shift Enter begins a line</span>
        <button type="submit" className="chip go" disabled={!text.trim()}>
          Send
        </button>
      </footer>
    </form>
  );
}

function mayWords({ account, toAccount, person }: Between, viaPostId: string | undefined): string {
  if (person.encrypted)
    return 'This person writes in an encrypted chat: the brand learns that a message came, not what it says.';
  if (viaPostId) return `Answers the invitation of @${account.username}.`;
  const { verdict } = toAccount;
  if (!verdict.allow) return '';
  return {
    inbox: `@${account.username} follows this person: it arrives in the inbox.`,
    reply: `@${account.username} has written to this person: this is a reply.`,
    request: `The door of @${account.username} is open: it arrives as a request.`,
  }[verdict.mode];
}

type PictureProps = {
  ownerId: string;
  onReady: (id: string) => void;
  onRefused: (why: string) => void;
};

function Picture({ ownerId, onReady, onRefused }: PictureProps) {
  const input = useRef<HTMLInputElement>(null);
  async function upload(file: File) {
    const response = await fetch(`/sandbox/media?owner=${ownerId}`, {
      method: 'POST',
      headers: { 'content-type': file.type },
      body: file,
    });
    const answer = (await response.json()) as { id?: string; error?: string };
    if (answer.id) onReady(answer.id);
    else onRefused(answer.error ?? 'The picture was refused.');
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Picture"
        accept="image/png,image/jpeg,image/gif,image/webp,video/mp4"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void upload(file);
        }}
      />
      <button type="button" className="chip" onClick={() => input.current?.click()}>
        Attach
      </button>
    </>
  );
}
