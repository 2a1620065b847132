// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { downloadBytes, fileNameOf } from './download.ts';

describe('fileNameOf', () => {
  it.each([
    ['resp_68f2c1a9', 'resp_68f2c1a9.json'],
    ['a/b\\c:d', 'a_b_c_d.json'],
    ['../../etc/passwd', 'etc_passwd.json'],
    ['.hidden', 'hidden.json'],
    ['größe 3', 'größe_3.json'],
    ['x\u202egnp.exe', 'x_gnp.exe.json'],
    ['CON', 'response.json'],
    ['///', 'response.json'],
    [null, 'response.json'],
  ])('makes of %j the name %s', (stem, name) => {
    expect(fileNameOf(stem, 'json', 'response')).toBe(name);
  });

  it('cuts names that file systems would refuse', () => {
    expect(fileNameOf('x'.repeat(300), 'json', 'response')).toHaveLength(105);
  });
});

describe('downloadBytes', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('hands the exact bytes to the browser under the name, and lets go of them later', async () => {
    const saved: { readonly name: string; readonly blob: Blob }[] = [];
    let blob = new Blob();
    vi.spyOn(URL, 'createObjectURL').mockImplementation((made) => {
      if (made instanceof Blob) blob = made;
      return 'blob:test';
    });
    const revoked = vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {});
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob });
    });
    downloadBytes('a.json', new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]), 'application/json');
    expect(saved.map(({ name, blob: { type } }) => [name, type])).toEqual([['a.json', 'application/json']]);
    expect(new Uint8Array((await saved[0]?.blob.arrayBuffer()) ?? [])).toEqual(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]));
    expect(revoked).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(revoked).toHaveBeenCalledWith('blob:test');
    expect(document.querySelectorAll('a')).toHaveLength(0);
  });
});
