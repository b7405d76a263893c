'use client';

import { clsx } from 'clsx';
import { useState } from 'react';
import type { LayerFinding, LayerName } from '@/lib/domain/permissions/decide';
import { factsAbout } from '@/lib/domain/permissions/decide';
import { fieldsAsked } from '@/lib/domain/permissions/suppose-fields';
import { Icon } from '../ui/icon';
import { FieldRow } from './field-row';
import { useThisTrial } from './trial';
import { VerdictSign } from './verdict-sign';
import { findingWords } from './verdict-words';
import { layerTitle } from './words';

/** The layers in the order in which they are asked: what each says by itself, and the facts that it looks at. */
export function Layers() {
  const { findings, decision } = useThisTrial();
  const [open, setOpen] = useState<readonly LayerName[]>(() => [
    ...new Set<LayerName>(['contact', 'network', decision.layer]),
  ]);
  const toggle = (layer: LayerName) =>
    setOpen(open.includes(layer) ? open.filter((one) => one !== layer) : [...open, layer]);
  return (
    <section aria-labelledby="layers">
      <h2 id="layers" className="font-title text-title">
        Layer by layer
      </h2>
      <p className="mb-3 max-w-140 text-ink-2">
        Asked in this order. The first that says no decides; what each says by itself stands beside
        it.
      </p>
      <ol className="rounded-lg border border-line bg-panel">
        {findings.map((finding, index) => (
          <Layer
            key={finding.layer}
            finding={finding}
            place={index + 1}
            isOpen={open.includes(finding.layer)}
            onToggle={() => toggle(finding.layer)}
          />
        ))}
      </ol>
    </section>
  );
}

type LayerProps = {
  finding: LayerFinding;
  place: number;
  isOpen: boolean;
  onToggle: () => void;
};

function Layer({ finding, place, isOpen, onToggle }: LayerProps) {
  const { decision, names } = useThisTrial();
  const { layer, hindrance, passage } = finding;
  const decides = decision.layer === layer;
  const body = `layer-${layer}`;
  const verdict = hindrance?.verdict ?? (passage ? 'allow' : 'nothing');
  return (
    <li className="border-line border-b last:border-b-0">
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={onToggle}
          className="flex w-full scroll-mt-28 items-start gap-3 rounded-lg px-3 py-2.5 text-left hover:bg-hover"
        >
          <span className="w-4 shrink-0 text-right text-ink-3 tabular-nums">{place}</span>
          <span className="grid min-w-0 flex-1 gap-x-3 gap-y-0.5 sm:grid-cols-[128px_minmax(0,1fr)]">
            <span className="font-strong">{layerTitle(layer, names.network)}</span>
            <span
              className={clsx(
                'flex min-w-0 items-start gap-1.5',
                decides ? 'font-strong text-ink' : 'text-ink-2',
              )}
            >
              <span className="mt-[3px]">
                <VerdictSign verdict={verdict} />
              </span>
              <span className="min-w-0 [overflow-wrap:anywhere]">
                {findingWords(finding, names)}
                {decides ? (
                  <span className="ml-2 rounded-sm border border-line-strong px-1 py-px align-[1px] text-fact text-ink-2">
                    Decides
                  </span>
                ) : null}
              </span>
            </span>
          </span>
          <Icon
            name="down"
            size={14}
            className={clsx('mt-[3px] shrink-0 text-ink-3', isOpen && 'rotate-180')}
          />
        </button>
      </h3>
      <div id={body} hidden={!isOpen} className="grid gap-2 px-3 pt-1 pb-4 sm:pl-10">
        <Facts layer={layer} />
      </div>
    </li>
  );
}

function Facts({ layer }: { layer: LayerName }) {
  const { input, base } = useThisTrial();
  const names = fieldsAsked(layer, input);
  const known = factsAbout(base);
  if (names.length === 0) {
    return <p className="text-ink-2">{nothingAsked[layer] ?? 'This looks at no further facts.'}</p>;
  }
  return names.map((name) => <FieldRow key={name} name={name} facts={known} />);
}

const nothingAsked: Partial<Record<LayerName, string>> = {
  network: 'These rules look only at when they last wrote, which stands above.',
  brand: 'Of a reply or a follow-up, nothing but whether they or we wrote before.',
};
