/** Addresses that pages turn into links. */
import { z } from 'astro/zod';

/** A web address: `http` or `https`, a host, no user name. Other schemes could run code or open programs. */
export const webAddress = z
  .string()
  .regex(/^https?:\/\/[\w.-]+(?::\d+)?(?:[/?#][\x21-\x7e]*)?$/u)
  .describe('网址，以 https:// 或 http:// 开头，如 https://www.gov.cn/。');
