import type { InvitationText } from '@/lib/queries/invitations/invitation-texts';
import { Section } from '../settings/page-frame';
import { addInvitationAction } from './actions';
import { TextForm } from './text-form';
import { TextLine } from './text-line';

/** The approved invitations in the order in which they are offered, and a new one. */
export function InvitationTexts({
  texts,
  mayChange,
}: {
  texts: readonly InvitationText[];
  mayChange: boolean;
}) {
  return (
    <>
      {mayChange ? (
        <Section id="new-invitation" title="New invitation">
          <div className="rounded-lg border border-line bg-panel p-4">
            <TextForm action={addInvitationAction} body="" isNew />
          </div>
        </Section>
      ) : null}
      <Section id="invitations" title={`Approved (${texts.length})`}>
        {texts.length === 0 ? (
          <p className="text-ink-2">
            No invitation yet. Until there is one, nobody can be invited in public.
          </p>
        ) : (
          <ul className="rounded-lg border border-line bg-panel">
            {texts.map((text) => (
              <TextLine key={text.id} text={text} mayChange={mayChange} />
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
