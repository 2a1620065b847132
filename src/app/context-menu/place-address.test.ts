// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { placeElementOf } from './place-address.ts';

afterEach(() => document.body.replaceChildren());

/** The place at the element `#here` of a panel that holds `html`. */
function addressIn(html: string) {
  document.body.innerHTML = `<div data-path="/outside"><section>${html}</section></div>`;
  const panel = document.querySelector('section');
  const from = document.querySelector('#here');
  if (panel === null || from === null) throw new Error('nothing to start from');
  return placeElementOf(from, panel)?.address ?? null;
}

describe('placeElementOf', () => {
  it('is the innermost place around an element, inside the panel', () => {
    expect(addressIn('<p data-path="/output/1"><b data-path="/output/1/id"><i id="here"></i></b></p>')).toEqual({
      document: 'response',
      pointer: '/output/1/id',
      around: null,
    });
    expect(addressIn('<i id="here"></i>')).toBeNull();
  });

  it('belongs to the document around it', () => {
    expect(addressIn('<div data-document="input_items"><p id="here" data-path="/data/0"></p></div>')).toMatchObject({
      document: 'input_items',
      pointer: '/data/0',
    });
  });

  it('knows the string around the JSON of a text', () => {
    const tree = '<ul data-document="text"><li id="here" data-path="/city"></li></ul>';
    expect(addressIn(`<div data-path="/output/0/arguments">${tree}</div>`)).toEqual({
      document: 'text',
      pointer: '/city',
      around: { document: 'response', pointer: '/output/0/arguments', around: null },
    });
    expect(addressIn(tree)).toBeNull();
  });

  it('is the item that a row of a rail stands for', () => {
    expect(addressIn('<div data-list-path="/output"><p data-position="4"><i id="here"></i></p></div>')).toMatchObject({
      document: 'response',
      pointer: '/output/4',
    });
    expect(addressIn('<div data-list-path="/data"><p id="here" data-position="0"></p></div>')).toMatchObject({
      document: 'input_items',
      pointer: '/data/0',
    });
  });
});
