import type { Recommendation } from '../domain/agenda-item.js';
import type { Block } from './blocks.js';
import { readProposalSentence, readProposer } from './proposer.js';

/**
 * The recommendation of a section.
 *
 *     Kommunaldirektøren indstiller,     proposer
 *     1. at tidsplanen godkendes          point 1
 *     2. at budgettet drøftes             point 2
 *
 * Points may have other marks or none, and a single one may stand in the proposer's own sentence. The proposer is empty where nobody
 * is named. Null when there is neither a proposer nor a point.
 */
export function readRecommendation(blocks: readonly Block[]): Recommendation | null {
  const at = blocks.findIndex((block) => block.kind === 'paragraph' && readProposer(block.text) !== undefined);
  if (at >= 0) {
    const proposer = readProposer(blocks[at]?.text ?? '')?.proposer ?? '';
    return { proposer, points: readPoints(blocks.slice(at + 1)) };
  }
  const inline = readInline(blocks);
  if (inline !== undefined) return inline;
  const points = readPoints(
    blocks.slice(blocks.findIndex((block) => block.kind === 'point' || block.text.startsWith('at '))),
  );
  return points.length === 0 ? null : { proposer: '', points };
}

/** "Kommunaldirektøren indstiller, at punktet drøftes." */
function readInline(blocks: readonly Block[]): Recommendation | undefined {
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'paragraph') continue;
    const line = readProposalSentence(block.text);
    if (line === undefined || line.rest === '') continue;
    return { proposer: line.proposer, points: [line.rest, ...readPoints(blocks.slice(at + 1))] };
  }
  return undefined;
}

function readPoints(blocks: readonly Block[]): string[] {
  const points: string[] = [];
  let lastNumber = 0;
  let interrupted = false;
  for (const block of blocks) {
    const isPoint = block.kind === 'point' || block.text.startsWith('at ');
    if (!isPoint) {
      interrupted = points.length > 0;
      continue;
    }
    if (block.level > 0 && points.length > 0) {
      points.push(`${points.pop() ?? ''}\n${'  '.repeat(block.level)}${block.mark} ${block.text}`);
      continue;
    }
    // After other text only the next number goes on with the list; anything else is a list of its own.
    if (interrupted && block.number !== lastNumber + 1) break;
    points.push(block.text);
    lastNumber = block.number ?? lastNumber;
  }
  return points;
}
