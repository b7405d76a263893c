import { describe, expect, it } from 'vitest';
import { fileAnswer } from './file-answer';

const picture = {
  kind: 'image',
  name: 'Crème “brûlée” (1).png',
  mimeType: 'image/png',
  size: 100,
  sha256: 'a'.repeat(64),
};

const answer = (headers: Record<string, string> = {}, file = picture) =>
  fileAnswer(file, new Headers(headers));

describe('a file is answered', () => {
  it('as what it is, kept by one’s own browser alone, and not run', () => {
    const { status, headers, part } = answer();
    expect({ status, part }).toEqual({ status: 200, part: { from: 0, to: 99 } });
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': '100',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
    });
  });

  it('under a name that no header breaks on', () => {
    const { headers } = answer();
    expect(headers['content-disposition']).toBe(
      'inline; filename="Creme brulee (1).png"; filename*=UTF-8\'\'Cr%C3%A8me%20%E2%80%9Cbr%C3%BBl%C3%A9e%E2%80%9D%20%281%29.png',
    );
    const hostile = answer({}, { ...picture, name: 'a";\r\nset-cookie: x.png' });
    expect(hostile.headers['content-disposition']).toMatch(/^[\x20-\x7e]+$/);
    expect(hostile.headers['content-disposition']?.split('"')).toHaveLength(3);
  });

  it('to be saved when it is a paper', () => {
    const paper = { ...picture, kind: 'document', name: 'a.pdf', mimeType: 'application/pdf' };
    expect(answer({}, paper).headers['content-disposition']).toMatch(/^attachment; /);
  });

  it('in part when a player asks for a part', () => {
    expect(answer({ range: 'bytes=10-19' })).toMatchObject({
      status: 206,
      part: { from: 10, to: 19 },
      headers: { 'content-range': 'bytes 10-19/100', 'content-length': '10' },
    });
    expect(answer({ range: 'bytes=100-' })).toMatchObject({
      status: 416,
      part: null,
      headers: { 'content-range': 'bytes */100' },
    });
  });

  it('not at all to whoever has it already', () => {
    const { etag = '' } = answer().headers;
    expect(answer({ 'if-none-match': etag })).toMatchObject({ status: 304, part: null });
    expect(answer({ 'if-none-match': '"another"' })).toMatchObject({ status: 200 });
  });
});
