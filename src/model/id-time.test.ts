import { describe, expect, it } from 'vitest';
import { timeOfId } from './id-time.ts';

describe('timeOfId', () => {
  it('reads the time that OpenAI writes into IDs of both lengths', () => {
    expect(timeOfId('msg_0123456789abcdef006b01a4638000abcdef0123456789abcd')).toBe(1_795_269_731.5);
    expect(timeOfId('msg_6b01a4638000abcdef0123456789abcdef0123456789abcd')).toBe(1_795_269_731.5);
  });

  it('reads none from IDs of another form', () => {
    const others = [
      '',
      'msg_1',
      'resp_6b01a4638000abcdef0123456789abcd',
      'msg_0123456789abcdef116b01a4638000abcdef0123456789abcd',
      'gen-1795269731-abcdef',
      'msg_6B01A4638000abcdef0123456789abcdef0123456789abcd',
    ];
    expect(others.map(timeOfId)).toEqual(others.map(() => null));
  });

  it('takes digits that are no time of this API for none', () => {
    expect(timeOfId(`msg_${'0'.repeat(48)}`)).toBeNull();
    expect(timeOfId(`msg_${'f'.repeat(48)}`)).toBeNull();
  });
});
