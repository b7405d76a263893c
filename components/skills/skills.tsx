'use client';

import type { SkillView } from '@/lib/queries/attendance/views';
import { Filtered } from '../settings/filtered';
import { Section } from '../settings/page-frame';
import { createSkillAction } from './actions';
import { SkillForm } from './skill-form';
import { SkillLine } from './skill-line';

/** The skills in use, those that are not any more, and a new one. */
export function Skills({
  skills,
  mayChange,
}: {
  skills: readonly SkillView[];
  mayChange: boolean;
}) {
  const inUse = skills.filter(({ archived }) => !archived);
  const archived = skills.filter((skill) => skill.archived);
  const line = (skill: SkillView) => (
    <SkillLine key={skill.id} skill={skill} mayChange={mayChange} />
  );
  return (
    <>
      {mayChange ? (
        <Section id="new-skill" title="New skill">
          <div className="rounded-lg border border-line bg-panel p-4">
            <SkillForm
              action={createSkillAction}
              name=""
              isNew
              words={{ id: 'new-skill-name', send: 'Add skill', kept: 'Added' }}
            />
          </div>
        </Section>
      ) : null}
      <Section id="skills" title={`In use (${inUse.length})`}>
        {inUse.length === 0 ? (
          <p className="text-ink-2">
            No skill yet. A skill is something that not everyone can, such as “German” or
            “Wholesale”.
          </p>
        ) : (
          <Filtered items={inUse} what="skills">
            {line}
          </Filtered>
        )}
      </Section>
      {archived.length > 0 ? (
        <Section id="archived-skills" title={`Archived (${archived.length})`}>
          <p className="mb-2 text-ink-2">
            Who has them keeps them, and so does work that asks for them. They are given to nobody
            else.
          </p>
          <Filtered items={archived} what="archived skills">
            {line}
          </Filtered>
        </Section>
      ) : null}
    </>
  );
}
