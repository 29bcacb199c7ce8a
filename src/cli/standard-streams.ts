import { cannotWrite } from './usage.ts'
import { type Output, streamWriter } from './write-all.ts'

/** Standard output; what the system does not take ends the command with 2. */
export function standardOutput(): (output: Output) => void {
  const write = streamWriter(1)
  return (output) => {
    try {
      write(output)
    } catch (problem) {
      throw cannotWrite('standard output', problem)
    }
  }
}

/** Standard error; where nobody can read complaints, none is worth another. */
export function standardError(): (output: Output) => void {
  const write = streamWriter(2)
  return (output) => {
    try {
      write(output)
    } catch {
      return
    }
  }
}
