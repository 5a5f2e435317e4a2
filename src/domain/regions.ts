/** The region table as a tree. */
import type { Region } from '../schema/vocabulary.ts';

/** A region and everything above it, nearest first. */
export function lineageOf(id: string | undefined, regions: readonly Region[]): Region[] {
  const region = regions.find((candidate) => candidate.id === id);
  return region ? [region, ...lineageOf(region.parent, regions)] : [];
}
