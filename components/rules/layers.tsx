'use client';

import { clsx } from 'clsx';
import { useState } from 'react';
import type { LayerFinding, LayerName } from '@/lib/domain/permissions/decide';
import { fieldsAsked } from '@/lib/domain/permissions/suppose-fields';
import { Icon } from '../ui/icon';
import { LayerFacts } from './layer-facts';
import { RemedyList } from './remedy-list';
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
      <p className="mb-3 text-ink-2">
        Asked in this order; the first that says no decides. Each line tells what that layer says by
        itself.
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
  const { decision, names, input, test } = useThisTrial();
  const { layer, hindrance, passage } = finding;
  const supposed = fieldsAsked(layer, input).filter((name) => test.supposed[name] !== undefined);
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
          className="flex w-full items-start gap-3 rounded-lg px-3 py-2.5 text-left hover:bg-hover"
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
                {findingWords(finding, names)}{' '}
                {decides ? (
                  <span className="ml-2 rounded-sm border border-line-strong px-1 py-px align-[1px] text-fact text-ink-2">
                    Decides
                  </span>
                ) : null}{' '}
                {supposed.length > 0 ? (
                  <span className="ml-2 font-strong text-amber-ink text-fact">
                    {supposed.length} supposed
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
        <LayerFacts layer={layer} />
        {hindrance && !decides ? (
          <div className="mt-1 text-ink-2">
            <p className="text-fact text-ink-3">What could be done about this</p>
            <RemedyList remedies={hindrance.remedies} />
          </div>
        ) : null}
      </div>
    </li>
  );
}
