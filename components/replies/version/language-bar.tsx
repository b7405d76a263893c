'use client';

import { clsx } from 'clsx';
import { useState } from 'react';
import { languagePattern } from '@/lib/domain/replies/reply';
import type { ReplyDetail } from '@/lib/queries/replies/views';
import { Notice } from '../../entrance/notice';
import { useCan } from '../../shell/me';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { matching } from '../../ui/matching';
import { Picker } from '../../ui/picker';
import { startVersionAction } from '../actions';
import { StateMark } from '../state-mark';
import { useReplyChange } from '../use-reply-change';
import { commonLanguages, languageName } from '../words';
import {
  goToVersion,
  isStale,
  languagesOf,
  openIn,
  publishedIn,
  sourceOf,
  versionsIn,
} from './place';
import { VersionLink } from './version-link';

/** The languages of a reply with where each stands, and another one. */
export function LanguageBar({ reply, language }: { reply: ReplyDetail; language: string }) {
  const mayWrite = useCan('reply.write');
  return (
    <nav
      aria-label="Languages"
      className="-mx-5 flex items-center gap-1 overflow-x-auto border-line border-b px-5 pb-2 [scrollbar-width:none] pane:mx-0 pane:px-0"
    >
      {languagesOf(reply).map((each) => (
        <LanguageLink key={each} reply={reply} language={each} isHere={each === language} />
      ))}
      {mayWrite && !reply.archived ? <AddLanguage reply={reply} /> : null}
    </nav>
  );
}

function LanguageLink({
  reply,
  language,
  isHere,
}: {
  reply: ReplyDetail;
  language: string;
  isHere: boolean;
}) {
  const published = publishedIn(reply, language);
  const shown = openIn(reply, language) ?? published ?? versionsIn(reply, language)[0];
  if (!shown) return null;
  const stale = published ? isStale(reply, published) : isStale(reply, shown);
  const mark = published ?? shown;
  return (
    <VersionLink
      version={shown}
      isHere={isHere}
      className={clsx(
        'flex h-8 shrink-0 items-center gap-1.5 rounded-sm px-2',
        isHere ? 'bg-chosen text-ink' : 'text-ink-2 hover:bg-hover hover:text-ink',
      )}
    >
      {languageName(language)}
      <StateMark state={mark.state} scheduled={mark.scheduled} />
      {stale ? (
        <span className="rounded-sm bg-amber-wash px-1.5 text-amber-ink text-fact">Stale</span>
      ) : null}
    </VersionLink>
  );
}

function AddLanguage({ reply }: { reply: ReplyDetail }) {
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const { change, isPending, problem } = useReplyChange(startVersionAction, ({ versionId }) =>
    goToVersion(reply.id, versionId),
  );
  const source = sourceOf(reply);
  return (
    <>
      <Button
        ref={setButton}
        tone="quiet"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        disabled={isPending}
        onClick={() => setOpen(true)}
      >
        Translate
        <Icon name="down" size={13} />
      </Button>
      <Notice message={problem} />
      {isOpen ? (
        <Picker
          label="Language, or its code"
          anchor={button}
          choices={choicesFor(languagesOf(reply), typed)}
          onType={setTyped}
          nothing={() => 'Type a language’s code, such as sr or pt-BR.'}
          onChoose={(language) =>
            change({ replyId: reply.id, language, ...(source && { fromVersionId: source.id }) })
          }
          onClose={() => {
            setOpen(false);
            setTyped('');
          }}
        />
      ) : null}
    </>
  );
}

/** Those that are often asked for, and what is typed where it is a code. */
function choicesFor(taken: readonly string[], typed: string) {
  const common = commonLanguages
    .filter((code) => !taken.includes(code))
    .map((code) => ({ id: code as string, label: languageName(code), hint: code as string }));
  const code = canonical(typed.trim());
  const isCode = languagePattern.test(code) && !taken.includes(code) && languageName(code) !== code;
  const found = matching(common, typed);
  if (!isCode || found.some(({ id }) => id === code)) return found;
  return [{ id: code, label: languageName(code), hint: code }, ...found];
}

/** "ger" is German as well; what is no code stays what it is. */
function canonical(typed: string): string {
  try {
    return Intl.getCanonicalLocales(typed)[0] ?? typed;
  } catch {
    return typed;
  }
}
