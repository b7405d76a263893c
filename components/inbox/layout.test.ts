import { describe, expect, it } from 'vitest';
import { layoutFrom, widthByKey } from './layout';

const read = (cookies: Record<string, string>) => layoutFrom((name) => cookies[name]);

describe('the arrangement of the inbox', () => {
  it('is the usual one where nobody has changed it', () => {
    expect(read({})).toEqual({ listWidth: 340, viewsShown: true, contextShown: true });
  });

  it('is remembered', () => {
    expect(read({ 'list-width': '420', views: 'hidden', context: 'hidden' })).toEqual({
      listWidth: 420,
      viewsShown: false,
      contextShown: false,
    });
  });

  it.each([
    ['12', 280],
    ['99999999999999999999', 560],
    ['-4', 280],
    ['340px;position:fixed', 340],
    ['wide', 340],
    ['', 340],
  ])('reads a width of "%s" as %d', (width, read_) => {
    expect(read({ 'list-width': width }).listWidth).toBe(read_);
  });

  it('is changed by keys within its limits', () => {
    expect(widthByKey('ArrowRight', 340, false)).toBe(356);
    expect(widthByKey('ArrowLeft', 340, true)).toBe(280);
    expect(widthByKey('End', 340, false)).toBe(560);
    expect(widthByKey('Enter', 500, false)).toBe(340);
    expect(widthByKey('Tab', 340, false)).toBeNull();
  });
});
