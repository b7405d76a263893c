import { describe, expect, it } from 'vitest';
import { stepsFor } from './guide';

describe('the first minute', () => {
  it('has whoever answers write as a customer, claim, answer and look', () => {
    const steps = ['message', 'claim', 'answer', 'network', 'keys'];
    expect(stepsFor({ roles: ['agent'] }, true)).toEqual(steps);
    expect(stepsFor({ roles: ['lead'] }, true)).toEqual(steps);
  });

  it('asks nobody for what they may not do', () => {
    expect(stepsFor({ roles: ['marketer'] }, true)).toEqual(['message', 'note', 'keys']);
    expect(stepsFor({ roles: ['admin'] }, true)).toEqual(['message', 'keys']);
  });

  it('offers what is possible without a sandbox', () => {
    expect(stepsFor({ roles: ['admin'] }, false)).toEqual(['channel', 'invite', 'keys']);
    expect(stepsFor({ roles: ['agent'] }, false)).toEqual(['claim', 'answer', 'keys']);
    expect(stepsFor({ roles: ['admin', 'lead'] }, false)).toEqual([
      'channel',
      'invite',
      'claim',
      'answer',
      'keys',
    ]);
  });
});
