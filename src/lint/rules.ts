/** All content rules, in the order of their ids. */
import type { Rule } from './rule.ts';
import { aliasOfDocument } from './rules/alias-of-document.ts';
import { badDate } from './rules/bad-date.ts';
import { badFrontmatter } from './rules/bad-frontmatter.ts';
import { badSlug } from './rules/bad-slug.ts';
import { badYaml } from './rules/bad-yaml.ts';
import { bareUrl } from './rules/bare-url.ts';
import { basisChanged } from './rules/basis-changed.ts';
import { basisTooLate } from './rules/basis-too-late.ts';
import { brokenTable } from './rules/broken-table.ts';
import { changeDates } from './rules/change-dates.ts';
import { characterReference } from './rules/character-reference.ts';
import { codeInProse } from './rules/code-in-prose.ts';
import { commentInValue } from './rules/comment-in-value.ts';
import { controlCharacter } from './rules/control-character.ts';
import { copiedOriginal } from './rules/copied-original.ts';
import { courseCarried } from './rules/course-carried.ts';
import { courseHandouts } from './rules/course-handouts.ts';
import { courseMinutes } from './rules/course-minutes.ts';
import { danglingReference } from './rules/dangling-reference.ts';
import { duplicateAnchor } from './rules/duplicate-anchor.ts';
import { duplicateId } from './rules/duplicate-id.ts';
import { duplicateSlug } from './rules/duplicate-slug.ts';
import { emoji } from './rules/emoji.ts';
import { equalTitle } from './rules/equal-title.ts';
import { figureWithoutCitation } from './rules/figure-without-citation.ts';
import { halfWidthMark } from './rules/half-width-mark.ts';
import { halfWidthRange } from './rules/half-width-range.ts';
import { internalInPublic } from './rules/internal-in-public.ts';
import { invalidField } from './rules/invalid-field.ts';
import { localNote } from './rules/local-note.ts';
import { lookAlikeLetter } from './rules/look-alike-letter.ts';
import { maskFilled } from './rules/mask-filled.ts';
import { mdxCode } from './rules/mdx-code.ts';
import { mdxSyntax } from './rules/mdx-syntax.ts';
import { missingField } from './rules/missing-field.ts';
import { mixedStance } from './rules/mixed-stance.ts';
import { nameBehindPost } from './rules/name-behind-post.ts';
import { nameInActor } from './rules/name-in-actor.ts';
import { natureWithoutSource } from './rules/nature-without-source.ts';
import { noLawLink } from './rules/no-law-link.ts';
import { ownNumber } from './rules/own-number.ts';
import { paragraphWithoutCitation } from './rules/paragraph-without-citation.ts';
import { plainMarkdown } from './rules/plain-markdown.ts';
import { privateData } from './rules/private-data.ts';
import { publishedAddress } from './rules/published-address.ts';
import { quoteRepeated } from './rules/quote-repeated.ts';
import { quoteUnread } from './rules/quote-unread.ts';
import { rawHtml } from './rules/raw-html.ts';
import { redHeader } from './rules/red-header.ts';
import { relatedEdition } from './rules/related-edition.ts';
import { retiredFields } from './rules/retired-fields.ts';
import { reviewOverdue } from './rules/review-overdue.ts';
import { secrecyMark } from './rules/secrecy-mark.ts';
import { selfCitation } from './rules/self-citation.ts';
import { signOff } from './rules/sign-off.ts';
import { siteAddress } from './rules/site-address.ts';
import { siteUnits } from './rules/site-units.ts';
import { situationAsked } from './rules/situation-asked.ts';
import { situationBasis } from './rules/situation-basis.ts';
import { situationLinks } from './rules/situation-links.ts';
import { situationRepeats } from './rules/situation-repeats.ts';
import { situationSteps } from './rules/situation-steps.ts';
import { summaryNamesDocument } from './rules/summary-names-document.ts';
import { teachingScenarioMark } from './rules/teaching-scenario-mark.ts';
import { tooLarge } from './rules/too-large.ts';
import { unfinishedDraft } from './rules/unfinished-draft.ts';
import { unknownCitation } from './rules/unknown-citation.ts';
import { unknownComponent } from './rules/unknown-component.ts';
import { unknownField } from './rules/unknown-field.ts';
import { unknownLocator } from './rules/unknown-locator.ts';
import { unknownRegion } from './rules/unknown-region.ts';
import { unknownVocabulary } from './rules/unknown-vocabulary.ts';
import { unreadableFile } from './rules/unreadable-file.ts';
import { unregisteredEntry } from './rules/unregistered-entry.ts';
import { unspacedMark } from './rules/unspaced-mark.ts';
import { wideComma } from './rules/wide-comma.ts';

export const rules: readonly Rule[] = [
  aliasOfDocument,
  badDate,
  badFrontmatter,
  badSlug,
  badYaml,
  bareUrl,
  basisChanged,
  basisTooLate,
  brokenTable,
  changeDates,
  characterReference,
  codeInProse,
  commentInValue,
  controlCharacter,
  copiedOriginal,
  courseCarried,
  courseHandouts,
  courseMinutes,
  danglingReference,
  duplicateAnchor,
  duplicateId,
  duplicateSlug,
  emoji,
  equalTitle,
  figureWithoutCitation,
  halfWidthMark,
  halfWidthRange,
  internalInPublic,
  invalidField,
  localNote,
  lookAlikeLetter,
  maskFilled,
  mdxCode,
  mdxSyntax,
  missingField,
  mixedStance,
  nameBehindPost,
  nameInActor,
  natureWithoutSource,
  noLawLink,
  ownNumber,
  paragraphWithoutCitation,
  plainMarkdown,
  privateData,
  publishedAddress,
  quoteRepeated,
  quoteUnread,
  rawHtml,
  redHeader,
  relatedEdition,
  retiredFields,
  reviewOverdue,
  secrecyMark,
  selfCitation,
  signOff,
  siteAddress,
  siteUnits,
  situationAsked,
  situationBasis,
  situationLinks,
  situationRepeats,
  situationSteps,
  summaryNamesDocument,
  teachingScenarioMark,
  tooLarge,
  unfinishedDraft,
  unknownCitation,
  unknownComponent,
  unknownField,
  unknownLocator,
  unknownRegion,
  unknownVocabulary,
  unreadableFile,
  unregisteredEntry,
  unspacedMark,
  wideComma,
];
