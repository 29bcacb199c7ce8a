/** Shares of mutants, in percent, that must be noticed: of all, and of a sample, which may be unlucky and is judged without the features. */
export const floors = {
  full: { rules: 98, simulate: 92, trace: 92 },
  sample: { rules: 90, simulate: 70, trace: 70 },
}
