/** Why a related location is shown, as an introduction to it. */
export const relatedNotes = {
  'first-given': 'first given at',
  declared: 'declared at',
  'named-by': 'named at',
  'because-of': 'because of',
  contradicts: 'contradicts',
  'imported-from': 'imported from',
} as const

/** Why a related location is shown. */
export type RelatedNote = keyof typeof relatedNotes
