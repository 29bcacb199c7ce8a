// Tests that judge no mutant: they play the whole library, or measure time, and would make a full run take hours.

/** Files of tests that are left out whole, and single tests by their names. */
export const skippedTests = new Set([
  'src/simulate/cold-and-warm.test.ts',
  'src/simulate/simulate-session.test.ts',
  'src/simulate/policies.test.ts',
  'src/simulate/one-truth.test.ts',
  'src/simulate/conditional-access/unknown-parts.test.ts',
  'src/simulate/policies-reach.test.ts',
  'src/simulate/errors-fit.test.ts',
  'src/simulate/outsiders.test.ts',
  'src/simulate/conditional-access/properties.test.ts',
  'every leg of the library that is stopped has the word of what stops it',
  // Where values are compared, more is evaluated than a sign-in needs; what is recorded is compared in the full run.
  'caches make as many entries as recorded',
  'six hundred policies cost less than ten times as much as six',
])
