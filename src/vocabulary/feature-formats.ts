/** The renderings of a run of features, in the words of `authplan test --format`. */
export const featureFormats = [
  'text',
  'junit',
  'json',
  'messages',
  'github',
  'markdown',
  'html',
  'coverage',
  'coverage-json',
  'lcov',
  'requirements',
  'requirements-csv',
  'requirements-html',
] as const

/** One rendering of a run. */
export type FeatureFormat = (typeof featureFormats)[number]
