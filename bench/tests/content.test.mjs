// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { END, article } from '../content.mjs';
import { escape, markup, page } from '../page.mjs';

const SIZES = [30, 1000, 10_000];

/** @param {number} blocks */
const kinds = (blocks) =>
  article(blocks).sections.flatMap((section) => section.blocks.map((block) => block.type));

test('an article has as many blocks as it should, and the same each time', () => {
  for (const blocks of SIZES) {
    assert.equal(kinds(blocks).length, blocks);
    assert.equal(JSON.stringify(article(blocks)), JSON.stringify(article(blocks)));
  }
});

test('four of five blocks are paragraphs, and every kind occurs in a long article', () => {
  for (const blocks of SIZES) {
    const found = kinds(blocks);
    const paragraphs = found.filter((kind) => kind === 'paragraph').length / blocks;
    assert.ok(paragraphs > 0.65 && paragraphs < 0.9, String(paragraphs));
    assert.equal(new Set(found).size, blocks < 100 ? 5 : 6);
  }
});

test('the last block is the only one of its kind', () => {
  for (const blocks of SIZES) {
    const found = kinds(blocks);
    assert.equal(found.indexOf('figure'), blocks - 1);
    assert.equal(markup(article(blocks)).split(END).length, 2);
    assert.equal(markup(article(blocks)).split('big-number').length, 2);
  }
});

test('text is text in the page', () => {
  assert.equal(escape('<b>"&'), '&#60;b&#62;&#34;&#38;');
  assert.match(page('a <b>', [], ''), /<title>a &#60;b&#62;<\/title>/);
});
