// Would catch: a style sheet that gives a class of another screen a second look, which shows once both screens were open.
import { expect, test } from 'vitest';
import { source, sources } from '../support/sources.ts';
import { sharedClasses } from './rules/styles.ts';

test('no two style sheets begin a selector with one and the same class', () => {
  const example = [
    source('renderer/a.css', '/* .note */ .panel { } .entry, h2.note { } @media print { .list { } }'),
    source('renderer/b.css', '@import "x"; .panel h2 { } .note { } .list { }'),
  ];
  expect(sharedClasses(example)).toEqual([
    'panel: renderer/a.css, renderer/b.css',
    'note: renderer/a.css, renderer/b.css',
  ]);
  expect(sharedClasses(sources)).toEqual([]);
});
