import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHomePage } from '../../../src/domain/sites/read-home-page.ts';

test('a page says its site’s name, its title and what it is about, as plain words', () => {
  const html = `<html><head><title>  Acme &amp; Co
    | CRM </title><meta property="og:site_name" content="Acme"><meta name="Description" content="Software\u202E for &lt;b&gt;small&lt;/b&gt; teams"></head>`;
  expect(readHomePage(html)).toEqual({ name: 'Acme', title: 'Acme & Co | CRM', description: 'Software for <b>small</b> teams' });
});

test('a page that says nothing, or is none, says nothing', () => {
  for (const html of ['', '<title> </title>', 'plain words', '<meta name="description">'])
    expect(readHomePage(html)).toEqual({ name: null, title: null, description: null });
});

test('whatever a site sends, what is read is short and one line', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('<title>', '</title>', '<meta name=description content="', '">', '<', 'a\0\n', '\u202E', 'x'.repeat(400)), {
        maxLength: 30,
      }),
      (parts) => {
        for (const text of Object.values(readHomePage(parts.join('')))) {
          expect(text?.length ?? 0).toBeLessThanOrEqual(300);
          expect(text ?? '').not.toMatch(/[\n\0\u202A-\u202E]/);
        }
      },
    ),
  );
});
