/** The ways to say that something is not known; never an empty string, never a guess. */
export const UNKNOWN_VALUES = ['未载', '未公开', '隐去'] as const;
export type UnknownValue = (typeof UNKNOWN_VALUES)[number];

/** Whether a value says that something is not known. */
export function isUnknown(value: unknown): value is UnknownValue {
  return (UNKNOWN_VALUES as readonly unknown[]).includes(value);
}
