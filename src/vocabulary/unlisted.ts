/** The id that stands for a program which no tenant file declares and no policy names. */
export const unlistedProgramId = 'ffffffff-0000-4000-8000-000000000002'
