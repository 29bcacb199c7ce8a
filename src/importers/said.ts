/** A part of a file with keys that may turn out to have no value. */
export type MaybeSaid<Part> = { readonly [Key in keyof Part]: Part[Key] | undefined }

/** Leaves out keys without a value and lists without an item. */
export function said<Part extends object>(part: MaybeSaid<Part>): Part {
  const entries = Object.entries(part).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  // What is left are entries of the part itself, each with its value.
  return Object.fromEntries(entries) as Part
}
