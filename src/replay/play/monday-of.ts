const dayLength = 86_400_000

/** The Monday of a week in the shapes, as an ISO date. */
export const mondayOf = (week: string): string =>
  new Date((Number(week) * 7 - 3) * dayLength).toISOString().slice(0, 10)
