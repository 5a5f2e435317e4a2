/** `content/ledger.yaml`: every number and address that has been published, and where the old ones lead. */
import { z } from 'astro/zod';
import { COLLECTION_NAMES, numberPattern } from './number.ts';

const address = z
  .string()
  .regex(/^\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\/){1,4}$/u)
  .describe('网址，从站内的“/”写起，以“/”结尾，如 /practices/zhejiang-clarification/。');

const number = z
  .string()
  .regex(numberPattern(...COLLECTION_NAMES))
  .describe('条目的编号，如 SJ-001。');

export const ledgerSchema = z.strictObject({
  signOffSince: z.iso
    .date()
    .optional()
    .describe('从哪一天起首次发布的条目要有审核和保密审查（signOff），带引号；不写就是所有没有登记过的条目都要。'),
  entries: z
    .array(
      z.strictObject({
        id: number,
        at: address.describe('发表时的网址，如 /practices/zhejiang-clarification/；改名以后不改这一行。'),
        anchors: z
          .array(z.string().regex(/^[a-z0-9-]+$/u))
          .optional()
          .describe('发表过的条款锚点。'),
      }),
    )
    .describe('发表过的条目，只增不减。'),
  pages: z.array(address).describe('发表过的地区、领域和机制组页面，只增不减。'),
  redirects: z
    .array(
      z.strictObject({
        from: address.describe('旧网址，如 /practices/zhejiang/。'),
        to: z.union([number, address]).describe('现在的条目编号，如 SJ-001；或站内的一个网址，如 /regions/zhejiang/。'),
        why: z.string().trim().min(1).describe('为什么换了网址。'),
      }),
    )
    .describe('旧网址转到哪里。'),
});

export type Ledger = z.infer<typeof ledgerSchema>;
