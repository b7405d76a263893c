'use client';

import { useState } from 'react';
import { buttonHtml, buttonLook, linkHtml, linkLabel } from '@/lib/domain/channel/message-link';
import { Field } from '../entrance/field';
import { copyText } from '../thread/copy-text';
import { Button } from '../ui/button';

/** Most sites are light, whatever the theme here. */
const page = { background: '#ffffff' };

/** The link as HTML for the brand's own page, plain and as a button, and how the button looks. */
export function LinkHtml({ address }: { address: string }) {
  const [label, setLabel] = useState<string>(linkLabel);
  return (
    <>
      <Field
        label="Words on it"
        name={`label-${address}`}
        autoComplete="off"
        value={label}
        maxLength={60}
        onChange={({ target }) => setLabel(target.value)}
      />
      <Code title="Link" html={linkHtml(address, label)} />
      <Code title="Button" html={buttonHtml(address, label)} />
      <div className="grid gap-1.5">
        <p className="font-strong text-ink-2">The button looks like this</p>
        <p style={page} className="rounded-sm border border-line p-3">
          <span style={buttonLook}>{label}</span>
        </p>
      </div>
    </>
  );
}

function Code({ title, html }: { title: string; html: string }) {
  return (
    <div className="grid gap-1.5">
      <div className="flex items-center gap-2">
        <p className="flex-1 font-strong text-ink-2">{title}</p>
        <Button onClick={() => void copyText(html)}>
          Copy HTML<span className="sr-only"> of the {title.toLowerCase()}</span>
        </Button>
      </div>
      <code className="block rounded-sm border border-line bg-panel px-2.5 py-2 text-fact [overflow-wrap:anywhere]">
        {html}
      </code>
    </div>
  );
}
