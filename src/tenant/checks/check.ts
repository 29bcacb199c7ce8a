import type { Diagnostic } from '../../source/diagnostic.ts'
import type { PoliciesRead } from '../read-policies-of.ts'
import type { SoundFile } from '../sound-file.ts'

/** One test of what a file means. It looks at sound parts only and reports what it finds. */
export type Check = (file: SoundFile, policies: PoliciesRead) => readonly Diagnostic[]
