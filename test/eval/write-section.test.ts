import { describe, expect, it } from 'vitest';
import { replaceSection } from '../../eval/write-section.js';

const text =
  'before\n<!-- figures: one -->\nold\n<!-- end of figures -->\n<!-- figures: two -->\nkept\n<!-- end of figures -->\n';

describe('figures in a document', () => {
  it('take the place of the old ones of that name, and of nothing else', () => {
    const written = replaceSection(text, 'one', 'new');
    expect(written).toContain('<!-- figures: one -->\n\nnew\n\n<!-- end of figures -->');
    expect(written).not.toContain('old');
    expect(written).toContain('kept');
    expect(replaceSection(written, 'one', 'new')).toBe(written);
  });

  it('are not written where there is no place for them', () => {
    expect(() => replaceSection(text, 'three', 'new')).toThrow('figures: three');
    expect(() => replaceSection('<!-- figures: one -->', 'one', 'new')).toThrow('end of figures');
  });
});
