import { describe, expect, it } from 'vitest';
import { piecesOf } from './links';

const links = (text: string) => piecesOf(text).filter(({ href }) => href !== null);

describe('links in what a customer wrote', () => {
  it('keeps every character of the text', () => {
    const text = 'See https://example.com/a?b=c, or mail hi@example.com.\n\n  Thanks  ';
    expect(
      piecesOf(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  it('finds addresses and mail, and gives bare names a secure scheme', () => {
    expect(links('example.com or hi@example.com').map(({ href }) => href)).toEqual([
      'https://example.com/',
      'mailto:hi@example.com',
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'vbscript:msgbox(1)',
    'ftp://example.com/file',
  ])('leaves %s alone', (text) => {
    for (const { href } of links(text)) expect(href).toMatch(/^(https?|mailto):/);
    expect(links(text).some(({ href }) => href?.includes('alert'))).toBe(false);
  });

  it('tells the host that a lookalike name really reaches', () => {
    const [link] = links('https://раураl.com/login');
    expect(link?.host).toMatch(/^xn--/);
  });

  it('tells the host that stands behind a user name', () => {
    const [link] = links('https://saltedcaramel.com@evil.example/pay');
    expect(link && new URL(`${link.href}`).host).toBe('evil.example');
  });

  it.each([
    [
      'a user name that looks like ours',
      'https://saltedcaramel.com@evil.example/pay',
      'evil.example',
    ],
    ['letters of another alphabet', 'https://раураl.com/login', 'xn--l-7sba6dbr.com'],
    ['a name with an umlaut', 'https://bücher.example/', 'xn--bcher-kva.example'],
    ['letters of full width', 'https://ｅxample.com/', 'example.com'],
    ['an address in another notation', 'http://0x7f.1/admin', '127.0.0.1'],
    ['letters written as codes', 'https://ex%61mple.com/', 'example.com'],
    ['a turn of direction', 'https://example.com/\u202Egnp.exe', 'example.com'],
    ['a letter without width', 'https://example.com/a\u200Bb', 'example.com'],
    ['our name only in the path', 'https://evil.example/saltedcaramel.com', null],
    ['our name as a part of theirs', 'https://saltedcaramel.com.evil.example/', null],
    ['a port', 'http://example.com:8080/', null],
  ])('with %s tells the host where it cannot be read', (_, text, host) => {
    expect(links(text)[0]?.host).toBe(host);
  });

  it('says nothing of the host where it can be read anyway', () => {
    expect(links('https://Example.com/menu')[0]?.host).toBeNull();
  });
});
