import type { DocumentPath } from '../../source/document/located-document.ts'

/** The keys or the words in Graph's spelling that can stand at a place. */
export interface ExpectedValues {
  readonly path: DocumentPath
  readonly kind: 'keys' | 'words'
  readonly known: readonly string[]
}

/** A reading that can be listened to. */
export interface Listened {
  /** Hears what is looked for at each place, for whoever completes what is being typed there. */
  readonly expects?: (expected: ExpectedValues) => void
}

/** Says which keys or words of Graph's a field can have. */
export function reportExpected(
  { expects }: Listened,
  kind: ExpectedValues['kind'],
  field: { readonly path: DocumentPath } | undefined,
  known: readonly string[],
): void {
  if (field !== undefined) expects?.({ path: field.path, kind, known })
}
