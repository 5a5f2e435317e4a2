/** How a paper is set in type. Sizes in half points, distances of lines in twentieths of a point, margins in millimetres. */
import { FACES } from './fixed-parts.ts';

export interface Setting {
  margin: { top: number; bottom: number; left: number; right: number };
  face: (typeof FACES)[keyof typeof FACES];
  size: { title: number; heading: number; body: number; note: number; table: number; page: number };
  /** `writing`: between the ruled lines that are filled in by hand. */
  distance: { title: number; body: number; note: number; list: number; table: number; writing: number };
  /** Share of a label in the width of the text. */
  labelShare: number;
}

/** As an official document, after GB/T 9704: 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm; 二号, 三号, 四号, 五号; 22 lines a page. */
export const DOCUMENT: Setting = {
  margin: { top: 37, bottom: 35, left: 28, right: 26 },
  face: FACES.body,
  size: { title: 44, heading: 32, body: 32, note: 28, table: 21, page: 28 },
  distance: { title: 700, body: 560, note: 440, list: 500, table: 320, writing: 560 },
  labelShare: 0.24,
};

/** As a booklet for a class: 小二, 四号, 小四, 五号, so that a case with its questions stands on a page or two. */
export const HANDOUT: Setting = {
  margin: { top: 25, bottom: 22, left: 25, right: 22 },
  face: FACES.title,
  size: { title: 36, heading: 28, body: 24, note: 21, table: 21, page: 21 },
  distance: { title: 560, body: 380, note: 310, list: 330, table: 290, writing: 540 },
  labelShare: 0.12,
};

/** As a summary for the file, much on a page: 小二, 小四, 五号, 小五. */
export const SUMMARY: Setting = {
  margin: { top: 22, bottom: 20, left: 25, right: 22 },
  face: FACES.body,
  size: { title: 36, heading: 24, body: 21, note: 18, table: 18, page: 18 },
  distance: { title: 500, body: 320, note: 270, list: 270, table: 250, writing: 480 },
  labelShare: 0.14,
};
