/** Whether a version or a build, its numbers separated by dots, is below another. */
export function isBelow(build: string, limit: string): boolean {
  const [one, other] = [build, limit].map((text) => text.split('.').map(Number))
  for (const [index, least] of (other ?? []).entries()) {
    const number = one?.[index] ?? 0
    if (number !== least) return number < least
  }
  return false
}
