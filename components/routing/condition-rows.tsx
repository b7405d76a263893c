'use client';

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { ConditionKind } from '@/lib/domain/rules/rule';
import { mostRuleConditions } from '@/lib/domain/rules/rule';
import { Button, IconButton } from '../ui/button';
import { Picker } from '../ui/picker';
import { ConditionFields } from './condition-fields';
import { conditionKinds, kindsOffered } from './condition-kinds';
import type { ConditionDraft } from './draft';
import { newCondition } from './draft';
import type { Known } from './known';

/** What a rule asks: each on a line, all of them must hold. */
export function ConditionRows({
  conditions,
  known,
  problems,
  mayChange,
  onChange,
}: {
  conditions: readonly ConditionDraft[];
  known: Known;
  problems: Readonly<Record<string, string>>;
  mayChange: boolean;
  onChange: (conditions: readonly ConditionDraft[]) => void;
}) {
  return (
    <div className="grid gap-2">
      {conditions.length === 0 ? (
        <p className="text-ink-2">It asks nothing: it holds for every message.</p>
      ) : (
        <ol className="border-line border-y">
          {conditions.map((condition, no) => (
            <li
              key={condition.key}
              className="grid grid-cols-[minmax(0,1fr)_28px] items-start gap-x-3 gap-y-1.5 border-line border-b py-2.5 last:border-b-0 sm:grid-cols-[124px_minmax(0,1fr)_28px]"
            >
              <h3 className="font-medium sm:py-1.5">{conditionKinds[condition.kind].name}</h3>
              <div className="min-w-0 max-sm:col-span-2 max-sm:row-start-2">
                <ConditionFields
                  condition={condition}
                  known={known}
                  problem={problemOf(problems, no)}
                  mayChange={mayChange}
                  onChange={(next) =>
                    onChange(conditions.map((each) => (each === condition ? next : each)))
                  }
                />
              </div>
              {mayChange ? (
                <IconButton
                  label={`Take away: ${conditionKinds[condition.kind].name}`}
                  hint="Take away"
                  className="sm:mt-0.5"
                  onClick={() => onChange(conditions.filter((each) => each !== condition))}
                >
                  <X aria-hidden size={14} />
                </IconButton>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      {mayChange && conditions.length < mostRuleConditions ? (
        <AddCondition
          known={known}
          onAdd={(kind) => onChange([...conditions, newCondition(kind, known.things)])}
        />
      ) : null}
    </div>
  );
}

/** What the server, or the form itself, has to say of the condition with this number. */
function problemOf(problems: Readonly<Record<string, string>>, no: number): string | undefined {
  const place = `conditions.${no}`;
  const found = Object.entries(problems).find(
    ([field]) => field === place || field.startsWith(`${place}.`),
  );
  return found?.[1];
}

function AddCondition({ known, onAdd }: { known: Known; onAdd: (kind: ConditionKind) => void }) {
  const [opener, setOpener] = useState<HTMLButtonElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const choices = kindsOffered(known.things);
  return (
    <>
      <Button
        ref={setOpener}
        className="w-fit"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Plus aria-hidden size={14} />
        Add a condition
      </Button>
      {isOpen ? (
        <Picker
          label="What it asks"
          anchor={opener}
          choices={choices}
          onChoose={(id) => {
            setOpen(false);
            onAdd(id as ConditionKind);
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
