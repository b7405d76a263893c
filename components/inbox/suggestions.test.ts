import { describe, expect, it } from 'vitest';
import { completionAt } from '@/lib/domain/search/completion';
import type { Vocabulary } from './suggestions';
import { suggestionsFor } from './suggestions';

const vocabulary: Vocabulary = {
  labels: ['refund', 'late delivery', 'allergy'],
  teams: ['Orders'],
  channels: ['@saltedcaramel'],
  people: ['Priya Raman', 'Mo Adeyemi'],
  contacts: () => [
    { handle: 'ana_ribeiro', name: 'Ana Ribeiro' },
    { handle: null, name: 'Tomás Kerr' },
  ],
};

function offered(text: string): string[] {
  const completion = completionAt(text, text.length);
  return completion ? suggestionsFor(completion, vocabulary).map((found) => found.text) : [];
}

describe('what the search field offers', () => {
  it('offers every operator where a word begins, and those that begin with what is typed', () => {
    expect(offered('')).toContain('from');
    expect(offered('melted ')).toContain('label');
    expect(offered('la')).toEqual(['label', 'language']);
    expect(offered('-la')).toEqual(['label', 'language']);
    expect(offered('melted')).toEqual([]);
  });

  it('offers the names that the workspace uses', () => {
    expect(offered('label:')).toEqual(['refund', 'late delivery', 'allergy']);
    expect(offered('label:del')).toEqual(['late delivery']);
    expect(offered('label:"late d')).toEqual(['late delivery']);
    expect(offered('-owner:pri')).toEqual(['Priya Raman']);
    expect(offered('contactlabel:re')).toEqual(['refund']);
    expect(offered('owner:').slice(0, 2)).toEqual(['me', 'nobody']);
  });

  it('finds a contact by handle and by name', () => {
    expect(offered('from:ana')).toEqual(['@ana_ribeiro']);
    expect(offered('from:@an')).toEqual(['@ana_ribeiro']);
    expect(offered('from:rib')).toEqual(['@ana_ribeiro']);
    expect(offered('from:tom')).toEqual(['Tomás Kerr']);
  });

  it('offers nothing where the word is whole', () => {
    expect(offered('label:refund')).toEqual([]);
    expect(offered('colour:re')).toEqual([]);
  });
});
